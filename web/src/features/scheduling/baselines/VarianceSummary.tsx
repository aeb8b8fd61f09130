import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Comparison } from "./baselines";
import { varianceText } from "./variance";

/** The finish of both moments, and how many tasks are where. */
export function VarianceSummary({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { before, after, finish_variance, minutes_per_day, totals } = comparison;
  const named = (moment: Comparison["before"]) =>
    moment.kind === "now"
      ? t("baseline.now")
      : moment.kind === "day"
        ? figures.date(moment.title)
        : moment.title;
  const parts = [
    totals.later > 0 && t("baseline.later", { count: totals.later }),
    totals.earlier > 0 && t("baseline.earlier", { count: totals.earlier }),
    totals.added > 0 && t("baseline.added", { count: totals.added }),
    totals.removed > 0 && t("baseline.removed", { count: totals.removed }),
  ].filter(Boolean);
  return (
    <Text role="status">
      {t("baseline.finishes", {
        before: named(before),
        was: figures.date(before.finish),
        after: named(after),
        now: figures.date(after.finish),
      })}{" "}
      <strong>
        {finish_variance === 0
          ? t("baseline.sameFinish")
          : varianceText(finish_variance, minutes_per_day, figures.number)}
      </strong>
      {parts.length > 0 && ` · ${parts.join(", ")}`}
    </Text>
  );
}
