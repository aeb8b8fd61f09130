import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Edited } from "./plan";

/** What edits do to the whole plan, in a few words. */
export function useConsequenceWords() {
  const { t } = useTranslation();
  const figures = useFigures();
  return ({ project, moved, forecast, was_probability }: Edited): string => {
    const chance = forecast?.probability_on_time;
    const parts = [
      project.finish === project.was_finish
        ? t("plan.sameFinish")
        : t("why.ends", {
            was: figures.date(project.was_finish),
            now: figures.date(project.finish),
          }),
      moved.length > 0 && t("plan.moved", { count: moved.length }),
      typeof chance === "number" &&
        was_probability !== null &&
        t("plan.chanceChanged", {
          was: figures.percent(was_probability),
          now: figures.percent(chance),
        }),
    ];
    return parts.filter(Boolean).join(", ");
  };
}
