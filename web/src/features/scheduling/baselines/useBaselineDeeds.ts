import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { useSave } from "@/ui/useSave";
import type { Baseline } from "./baselines";

/** Renames a baseline, and deletes it after a question, with an undo. */
export function useBaselineDeeds(baseline: Baseline) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const path = `/baselines/${baseline.id}`;
  const save = useSave<Baseline>(["baseline", baseline.id], path, baseline.title);
  const refresh = () => cache.invalidateQueries({ queryKey: ["baseline"] });
  const bring = useMutation({
    mutationFn: (version: number) => http.delete(`${path}/archival`, { version }),
    onSettled: refresh,
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  const drop = useMutation({
    mutationFn: () => http.post<Baseline>(`${path}/archival`, {}, { version: baseline.version }),
    onSuccess: ({ version }) =>
      toast.done(t("baseline.removed1", { name: baseline.title }), {
        label: t("undo"),
        run: () => bring.mutate(version),
      }),
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: refresh,
  });
  const remove = async () => {
    const isSure = await confirm({
      title: t("baseline.removeAsk", { name: baseline.title }),
      detail: t("baseline.removeDetail"),
      verb: t("baseline.remove"),
    });
    if (isSure) drop.mutate();
  };
  const rename = (title: string) =>
    save.mutate({ seen: baseline, fields: { title } }, { onSettled: () => void refresh() });
  return { rename, remove };
}
