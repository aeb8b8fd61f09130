import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Named, NamedModal } from "../NamedModal";
import { type Baseline, baselinesQuery } from "./baselines";

interface Props {
  projectId: string;
  onSet: (baseline: Baseline) => void;
  onClose: () => void;
}

/** Freezes the schedule as it is now, under a name. */
export function SetBaseline({ projectId, onSet, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const set = useMutation({
    mutationFn: (body: Named) => http.post<Baseline>(`/projects/${projectId}/baselines`, body),
    onSuccess: async (made) => {
      await cache.invalidateQueries(baselinesQuery(projectId));
      toast.done(t("baseline.done", { name: made.title }));
      onSet(made);
      onClose();
    },
  });
  return (
    <NamedModal
      words="baseline"
      texts={{
        title: t("baseline.set"),
        lead: t("baseline.setLead"),
        verb: t("baseline.setVerb"),
      }}
      initialTitle={t("baseline.titled", { day: figures.date(new Date().toISOString()) })}
      make={set}
      onClose={onClose}
    />
  );
}
