import classes from "./Forecast.module.css";

interface Props {
  kind: "p50" | "p85" | "deadline";
  /** A share of the width. */
  x: number | null;
  label: string;
  /** The line of text above the columns: 0 is the upper one. */
  row: 0 | 1;
}

const WIDTH = 960;

export function Marker({ kind, x, label, row }: Props) {
  if (x === null) return null;
  const at = x * WIDTH;
  const isRight = x > 0.7;
  return (
    <g className={classes.marker} data-kind={kind}>
      <line x1={at} x2={at} y1={4 + row * 20} y2={248} />
      <text x={at + (isRight ? -6 : 6)} y={16 + row * 20} textAnchor={isRight ? "end" : "start"}>
        {label}
      </text>
    </g>
  );
}
