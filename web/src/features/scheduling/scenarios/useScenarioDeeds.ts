import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { useSave } from "@/ui/useSave";
import type { Scenario } from "./scenarios";

/** Renames a scenario, throws it away after a question, and takes it up again. */
export function useScenarioDeeds(scenario: Scenario) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const path = `/scenarios/${scenario.id}`;
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: ["scenario_plan", scenario.id] });
    return cache.invalidateQueries({ queryKey: ["scenario"] });
  };
  const onError = (fault: Error & { detail?: string }) =>
    toast.failed(fault.detail || fault.message);
  const save = useSave<Scenario>(["scenario", scenario.id], path, scenario.title);
  const back = useMutation({
    mutationFn: (version: number) => http.delete<Scenario>(`${path}/archival`, { version }),
    onSettled: refresh,
    onError,
  });
  const away = useMutation({
    mutationFn: () => http.post<Scenario>(`${path}/archival`, {}, { version: scenario.version }),
    onSuccess: ({ version }) =>
      toast.done(t("scenario.thrownAway", { name: scenario.title }), {
        label: t("undo"),
        run: () => back.mutate(version),
      }),
    onSettled: refresh,
    onError,
  });
  return {
    rename: (title: string) =>
      save.mutate({ seen: scenario, fields: { title } }, { onSettled: () => void refresh() }),
    takeUp: () => back.mutate(scenario.version),
    throwAway: async (onDone: () => void) => {
      const isSure = await confirm({
        title: t("scenario.throwAsk", { name: scenario.title }),
        detail: t("scenario.throwDetail"),
        verb: t("scenario.throwAway"),
      });
      if (isSure) away.mutate(undefined, { onSuccess: onDone });
    },
  };
}
