import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { zoneOf } from "./matrix/cells";
import classes from "./ScoreMark.module.css";

const ICON = { low: IconCircleCheck, medium: IconExclamationCircle, high: IconAlertTriangle };

/** A score of 25, with a mark and a word beside its colour. */
export function ScoreMark({ score }: { score: number | null }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (score === null) return <span className={classes.none}>{t("raid.noScore")}</span>;
  const zone = zoneOf(score);
  const Icon = ICON[zone];
  return (
    <span className={classes.mark} data-zone={zone}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {figures.number(score)} {t(`raid.zone.${zone}`)}
    </span>
  );
}
