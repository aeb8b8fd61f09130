import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Forecast.module.css";
import type { Forecast } from "./plan";

interface Props {
  forecast: Forecast;
}

const SHARES = [10, 50, 80, 85, 90, 95] as const;

export function QuantileTable({ forecast }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <dl className={classes.quantiles} aria-label={t("forecast.quantiles")}>
      {SHARES.map((share) => (
        <div key={share}>
          <dt>{t("forecast.share", { share: figures.percent(share / 100) })}</dt>
          <dd>{figures.date(forecast[`p${share}`])}</dd>
        </div>
      ))}
    </dl>
  );
}
