import {
  IconArrowDownRight,
  IconArrowRight,
  IconArrowUpRight,
  IconMinus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { type Figure, type Section, trendOf } from "./health";
import classes from "./health.module.css";

interface Props {
  section: Section["name"];
  figure: Figure;
  days: number;
}

/** A number, what it is a part of, and what it was; the trend in a sign and a word. */
export function HealthFigure({ section, figure, days }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { value, was, of, unit } = figure;
  const written = (amount: number | null) =>
    amount === null
      ? "–"
      : unit === "percent"
        ? figures.percent(amount / 100)
        : unit === "days"
          ? t("productHealth.days", { count: amount })
          : figures.number(amount);
  const trend = trendOf(figure);
  const rose = value !== null && was !== null && value > was;
  const Icon =
    trend === "unknown"
      ? IconMinus
      : trend === "same"
        ? IconArrowRight
        : rose
          ? IconArrowUpRight
          : IconArrowDownRight;
  const word = `${section}.${figure.name}` as "confidence.inside";
  return (
    <div className={classes.figure}>
      <dt className={classes.name}>
        <Term meaning={t(`productHealth.means.${word}`)}>{t(`productHealth.figure.${word}`)}</Term>
      </dt>
      <dd className={classes.value}>
        <span className={classes.number}>{written(value)}</span>
        {of !== null && unit === "count" && (
          <span className={classes.of}>{t("productHealth.of", { count: of })}</span>
        )}
      </dd>
      <dd className={classes.trend} data-trend={trend}>
        <Icon size={14} aria-hidden />
        {trend === "unknown"
          ? t("productHealth.trend.unknown")
          : t(`productHealth.trend.${trend}`, { was: written(was), days })}
      </dd>
    </div>
  );
}
