import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Forecast, PlanItem } from "../plan";

interface Props {
  /** Whose date is asked for, where it is not the project's. */
  item: PlanItem | undefined;
  forecast: Forecast | null;
}

/** How the date stands as long as nothing is done. */
export function Today({ item, forecast }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (item) {
    const { deadline, schedule } = item;
    return (
      <Text>
        {deadline === null || !schedule
          ? t("recovery.itemNoDeadline", { name: item.title })
          : t("recovery.itemToday", {
              name: item.title,
              day: figures.date(deadline),
              planned: figures.date(schedule.finish),
            })}
      </Text>
    );
  }
  const chance = forecast?.probability_on_time ?? null;
  const deadline = forecast?.deadline ?? null;
  return (
    <Text>
      {chance === null || deadline === null
        ? t("recovery.noDeadline")
        : t("recovery.today", { chance: figures.percent(chance), day: figures.date(deadline) })}
    </Text>
  );
}
