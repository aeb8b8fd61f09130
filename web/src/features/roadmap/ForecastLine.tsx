import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Initiative } from "./roadmap";
import { useChances } from "./useChances";

interface Props {
  initiative: Initiative;
}

/** "72 % by 30 September", from the plan that realises it; says so where no plan does. */
export function ForecastLine({ initiative }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const chance = useChances(initiative.product_id).get(initiative.id);
  if (!chance) {
    return (
      <Text size="sm" c="dimmed">
        {t("forecast.noPlan")}
      </Text>
    );
  }
  return (
    <>
      <ChanceBadge chance={chance.probability} />
      <Text size="xs" c="dimmed">
        {chance.deadline && t("forecast.by", { date: figures.date(chance.deadline) })}{" "}
        {chance.recorded &&
          t(chance.recorded.week_before === null ? "forecast.recorded" : "forecast.recordedWeek", {
            on: figures.date(chance.recorded.on),
            chance: figures.percent(chance.recorded.chance),
            before: figures.percent(chance.recorded.week_before ?? 0),
          })}{" "}
        {t("forecast.range", { p50: figures.date(chance.p50), p85: figures.date(chance.p85) })}{" "}
        <PeekLink kind="project" id={chance.project_id} objectKey={null} fz="xs" underline="always">
          {t("forecast.plan")}
        </PeekLink>
      </Text>
    </>
  );
}
