import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { useFigures } from "@/ui/words/figures";
import type { HomeItem } from "./home";
import classes from "./rows.module.css";

interface Props {
  item: HomeItem;
}

/** The promised day and, where a plan stands behind it, its chance. */
export function HomeEnd({ item }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { detail } = item;
  const chance = detail.forecast?.probability ?? detail.probability;
  const day = detail.deadline ?? detail.finish;
  return (
    <span className={classes.facts}>
      {chance !== null && chance !== undefined && <ChanceBadge chance={chance} />}
      {day && (
        <Text span size="sm" c="dimmed" className={classes.day}>
          {t("home.by", { day: figures.date(day.slice(0, 10)) })}
        </Text>
      )}
    </span>
  );
}
