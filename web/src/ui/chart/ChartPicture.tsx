import { useFigures } from "@/ui/words/figures";
import {
  amountsUp,
  dayNumber,
  dayOf,
  daysNamed,
  daysUp,
  type Frame,
  frameOf,
  type Level,
  MARGIN,
  pathOf,
  type Series,
  xOf,
  yOf,
} from "./chart";
import classes from "./TimeChart.module.css";

interface Props {
  title: string;
  width: number;
  series: readonly Series[];
  levels: readonly Level[];
  today: string | undefined;
  dated: boolean;
}

const HEIGHT = 260;
const WIDEST_BAR = 28;

export function ChartPicture({ title, width, series, levels, today, dated }: Props) {
  const figures = useFigures();
  const frame = frameOf(series, levels, { width, height: HEIGHT }, dated);
  const said = (value: number) => (dated ? figures.date(dayOf(value)) : figures.number(value));
  const right = width - MARGIN.right;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={title} className={classes.picture}>
      {(dated ? daysUp(frame) : amountsUp(frame)).map((tick) => (
        <g key={tick}>
          <line
            className={classes.grid}
            x1={frame.left}
            x2={right}
            y1={yOf(tick, frame)}
            y2={yOf(tick, frame)}
          />
          <text
            className={classes.tick}
            x={frame.left - 8}
            y={yOf(tick, frame) + 4}
            textAnchor="end"
          >
            {said(tick)}
          </text>
        </g>
      ))}
      {daysNamed(frame).map((day, index) => (
        <text
          key={day}
          className={classes.tick}
          x={xOf(day, frame)}
          y={HEIGHT - 8}
          textAnchor={index === 0 ? "start" : day + 1 > frame.last ? "end" : "middle"}
        >
          {figures.date(dayOf(day))}
        </text>
      ))}
      {series.map((each) => (
        <Drawn key={each.name} series={each} frame={frame} said={said} />
      ))}
      {levels.map(({ value, label }) => (
        <g key={label}>
          <line
            className={classes.level}
            x1={frame.left}
            x2={right}
            y1={yOf(value, frame)}
            y2={yOf(value, frame)}
          />
          <text className={classes.label} x={right} y={yOf(value, frame) - 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {today && dayNumber(today) < frame.last && (
        <line
          className={classes.today}
          x1={xOf(dayNumber(today), frame)}
          x2={xOf(dayNumber(today), frame)}
          y1={MARGIN.top}
          y2={HEIGHT - MARGIN.bottom}
        />
      )}
    </svg>
  );
}

interface DrawnProps {
  series: Series;
  frame: Frame;
  said: (value: number) => string;
}

function Drawn({ series, frame, said }: DrawnProps) {
  const figures = useFigures();
  const { shape, colour, points, dashed, name } = series;
  if (shape === "line" || shape === "area") {
    return (
      <path
        d={pathOf(series, frame)}
        className={shape === "line" ? classes.line : classes.area}
        style={shape === "line" ? { stroke: colour } : { fill: colour }}
        strokeDasharray={dashed ? "6 4" : undefined}
      >
        <title>{name}</title>
      </path>
    );
  }
  const room = (frame.width - frame.left - MARGIN.right) / Math.max(1, points.length);
  const wide = Math.min(WIDEST_BAR, Math.max(2, room - 2));
  return points.map(({ day, value, base = 0, label }, index) => {
    const x = xOf(dayNumber(day), frame);
    const y = yOf(base + value, frame);
    const told = [label, figures.date(day), said(value)].filter(Boolean).join(" · ");
    return shape === "dot" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a dot is told apart by nothing else
      <circle key={index} cx={x} cy={y} r={4} className={classes.dot} style={{ fill: colour }}>
        <title>{told}</title>
      </circle>
    ) : (
      <rect
        key={day}
        x={x - wide / 2}
        y={y}
        width={wide}
        height={yOf(base, frame) - y}
        style={{ fill: colour }}
      >
        <title>{told}</title>
      </rect>
    );
  });
}
