import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { type Named, NamedModal } from "../NamedModal";
import type { Scenario } from "./scenarios";

interface Props {
  projectId: string;
  onOpened: (scenario: Scenario) => void;
  onClose: () => void;
}

/** Branches the plan into a scenario of its own name. */
export function OpenScenario({ projectId, onOpened, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const open = useMutation({
    mutationFn: (body: Named) => http.post<Scenario>(`/projects/${projectId}/scenarios`, body),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["scenario"] });
      onOpened(made);
      onClose();
    },
  });
  return (
    <NamedModal
      words="scenario"
      texts={{
        title: t("scenario.open"),
        lead: t("scenario.openLead"),
        verb: t("scenario.openVerb"),
      }}
      placeholder={t("scenario.example")}
      make={open}
      onClose={onClose}
    />
  );
}
