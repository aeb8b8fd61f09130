import { useTranslation } from "react-i18next";
import { dayOf } from "@/ui/chart/chart";
import classes from "@/ui/chart/TimeChart.module.css";
import { useFigures } from "@/ui/words/figures";
import {
  apart,
  daysBetween,
  type Milestone,
  reachedLine,
  saidFor,
  saidOn,
  scalesOf,
} from "./trend";

const HEIGHT = 320;
const COLOURS = ["accent", "warning", "good", "bad"].map((name) => `var(--nl-${name})`);
const DASHES = ["", "6 3"];

interface Props {
  milestones: readonly Milestone[];
  width: number;
}

/** Days of reports to the right, dates upwards, a line for each milestone with its name at its end. */
export function TrendPicture({ milestones, width }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const names = width < 560 ? 84 : 200;
  const box = { left: 92, top: 10, width: width - 92 - names, height: HEIGHT - 40 };
  const scales = scalesOf(milestones, box);
  const { x, y } = scales;
  const right = box.left + box.width;
  const reached = reachedLine(scales);
  const ends = apart(
    milestones.map(({ points }) => y(saidFor(points[points.length - 1] as Milestone["points"][0]))),
    15,
  );
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={t("trend.title")}
      className={classes.picture}
    >
      {daysBetween(scales.earliest, scales.latest, 5).map((day) => (
        <g key={day}>
          <line className={classes.grid} x1={box.left} x2={right} y1={y(day)} y2={y(day)} />
          <text className={classes.tick} x={box.left - 8} y={y(day) + 4} textAnchor="end">
            {figures.date(dayOf(day))}
          </text>
        </g>
      ))}
      {daysBetween(scales.first, scales.last, Math.max(1, Math.floor(box.width / 120))).map(
        (day) => (
          <text key={day} className={classes.tick} x={x(day)} y={HEIGHT - 8} textAnchor="start">
            {figures.date(dayOf(day))}
          </text>
        ),
      )}
      {reached && <line className={classes.level} {...reached} />}
      {milestones.map(({ item, points }, index) => {
        const colour = COLOURS[index % COLOURS.length];
        const dash = DASHES[Math.floor(index / COLOURS.length) % DASHES.length];
        const places = points.map((point) => [x(saidOn(point)), y(saidFor(point))] as const);
        return (
          <g key={item.id}>
            <path
              d={`M${places.map((place) => place.join(",")).join("L")}`}
              fill="none"
              stroke={colour}
              strokeWidth={1.8}
              strokeDasharray={dash}
            />
            {points.map((point, at) =>
              point.source === "forecast" ? null : (
                <circle
                  key={point.on}
                  cx={places[at]?.[0]}
                  cy={places[at]?.[1]}
                  r={3.5}
                  fill={colour}
                >
                  <title>{`${figures.date(point.on)}: ${figures.date(point.at)}`}</title>
                </circle>
              ),
            )}
            <text className={classes.tick} x={right + 10} y={(ends[index] ?? 0) + 4}>
              {cut(item.title, names < 100 ? 11 : 28)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
