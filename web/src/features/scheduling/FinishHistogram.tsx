import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Forecast.module.css";
import { histogramOf } from "./histogram";
import { Marker } from "./Marker";
import type { Forecast } from "./plan";

interface Props {
  forecast: Forecast;
}

const WIDTH = 960;
const HEIGHT = 200;
const TOP = 48;

/** How often the simulated plan ended when, with the deadline and the 50 and 85 % lines. */
export function FinishHistogram({ forecast }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (forecast.histogram.length === 0) return null;
  const { columns, xOf } = histogramOf(forecast);
  const first = columns[0];
  const last = columns.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <figure className={classes.figure} tabIndex={0}>
      <svg
        className={classes.histogram}
        viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 28}`}
        role="img"
        aria-label={t("forecast.histogram", {
          p50: figures.date(forecast.p50),
          p85: figures.date(forecast.p85),
        })}
      >
        {columns.map(({ x, width, height, isLate, at, count }) => (
          <rect
            key={at}
            className={classes.column}
            data-late={isLate || undefined}
            x={x * WIDTH}
            y={TOP + HEIGHT * (1 - height)}
            width={Math.max(1, width * WIDTH - 1)}
            height={HEIGHT * height}
          >
            <title>{`${figures.date(at)}: ${figures.number(count)}`}</title>
          </rect>
        ))}
        <line className={classes.axis} x1={0} x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
        {first && (
          <text className={classes.tick} x={first.x * WIDTH} y={TOP + HEIGHT + 20}>
            {figures.date(first.at)}
          </text>
        )}
        {last && (
          <text
            className={classes.tick}
            x={(last.x + last.width) * WIDTH}
            y={TOP + HEIGHT + 20}
            textAnchor="end"
          >
            {figures.date(last.at)}
          </text>
        )}
        <Marker kind="p50" x={xOf(forecast.p50)} label={t("forecast.half")} row={1} />
        <Marker kind="p85" x={xOf(forecast.p85)} label={t("forecast.most")} row={1} />
        {forecast.deadline && (
          <Marker
            kind="deadline"
            x={xOf(forecast.deadline)}
            label={t("plan.deadline", { date: figures.date(forecast.deadline) })}
            row={0}
          />
        )}
      </svg>
    </figure>
  );
}
