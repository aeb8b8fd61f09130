import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Experiment } from "../types";
import { useDeed } from "../useDeed";

/** The steps of an experiment, each against the version that is on screen. */
export function useExperimentDeeds({ id, key, version }: Experiment) {
  const { t } = useTranslation();
  const deed = useDeed<Experiment>();
  const step = (verb: string, body: object, said: string) =>
    deed.mutate({
      run: () => http.post<Experiment>(`/experiments/${id}/${verb}`, body, { version }),
      said,
    });
  return {
    isPending: deed.isPending,
    start: () => step("start", {}, t("experiment.did.start", { name: key })),
    finish: (measured: number, learning: string) =>
      step("result", { measured, learning }, t("experiment.did.finish", { name: key })),
    stop: (learning: string) => step("stop", { learning }, t("experiment.did.stop", { name: key })),
    weigh: (accept: boolean, confidence?: number) =>
      step(
        "weighing",
        { accept, confidence: confidence ?? null },
        t(accept ? "experiment.did.takeUp" : "experiment.did.setAside", { name: key }),
      ),
  };
}
