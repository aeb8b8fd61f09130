/** What is drawn, as plain values: days across, amounts up. */

export interface Point {
  /** A day, as `2026-03-02`. */
  day: string;
  value: number;
  /** What it stands on, in a stack. */
  base?: number;
  /** What it is, where it is one thing of its own. */
  label?: string;
}

export interface Series {
  name: string;
  /** A CSS colour. */
  colour: string;
  shape: "line" | "area" | "bar" | "dot";
  dashed?: boolean;
  points: readonly Point[];
}

/** A line across at an amount. */
export interface Level {
  value: number;
  label: string;
}

export interface Frame {
  width: number;
  height: number;
  /** Where the drawing begins: what stands before it has this much room. */
  left: number;
  first: number;
  last: number;
  least: number;
  most: number;
}

export const MARGIN = { left: 44, right: 16, top: 12, bottom: 28 };
const DATES_LEFT = 92;
const A_DIGIT = 8;
const DAY = 86_400_000;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00Z`) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The days and amounts that the picture must hold; where the amounts are days themselves, those about them. */
export function frameOf(
  series: readonly Series[],
  levels: readonly Level[],
  size: { width: number; height: number },
  dated = false,
): Frame {
  const points = series.flatMap((each) => each.points);
  const days = points.map(({ day }) => dayNumber(day));
  const first = days.length > 0 ? Math.min(...days) : 0;
  const last = days.length > 0 ? Math.max(...days) : 1;
  const across = { first, last: Math.max(last, first + 1) };
  const tops = [
    ...points.map(({ value, base = 0 }) => value + base),
    ...levels.map(({ value }) => value),
  ];
  if (dated) {
    const bottoms = points.map(({ value, base = 0 }) => (base > 0 ? base : value));
    const [least, most] = [Math.min(...bottoms, ...tops) - 3, Math.max(...tops) + 3];
    return { ...size, ...across, left: DATES_LEFT, least, most };
  }
  const most = ticksOf(Math.max(1, ...tops)).at(-1) ?? 1;
  const lowest = Math.min(0, ...points.map(({ value }) => value));
  const least = lowest < 0 ? -(ticksOf(-lowest).at(-1) ?? 0) : 0;
  // Amounts of six figures and more need more room before the drawing than others.
  const digits = Math.max(String(most).length, String(least).length);
  const left = MARGIN.left + Math.max(0, digits - 5) * A_DIGIT;
  return { ...size, ...across, left, least, most };
}

/** Round amounts up the side, below nothing too where there are such. */
export function amountsUp({ least, most }: Frame): number[] {
  const below =
    least < 0
      ? ticksOf(-least)
          .slice(1)
          .map((tick) => -tick)
      : [];
  return [...below.reverse(), ...ticksOf(most)];
}

/** Days up the side, evenly apart. */
export function daysUp({ least, most }: Frame): number[] {
  return Array.from({ length: 5 }, (_, index) => Math.round(least + ((most - least) * index) / 4));
}

export function xOf(day: number, { first, last, left, width }: Frame): number {
  const room = width - left - MARGIN.right;
  return left + (room * (day - first)) / (last - first);
}

export function yOf(value: number, { least, most, height }: Frame): number {
  const room = height - MARGIN.top - MARGIN.bottom;
  return MARGIN.top + room * (1 - (value - least) / (most - least));
}

/** Round amounts from nothing up to or past the most. */
export function ticksOf(most: number): number[] {
  const wanted = most / 4;
  const size = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one >= wanted) ?? wanted;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Days to name, evenly apart, as many as there is room for. */
export function daysNamed({ first, last, left, width }: Frame): number[] {
  const room = Math.max(2, Math.floor((width - left - MARGIN.right) / 110));
  const apart = Math.max(1, Math.ceil((last - first) / (room - 1)));
  const found: number[] = [];
  for (let day = first; day <= last; day += apart) found.push(day);
  return found;
}

/** The path of a line, or of what lies between it and its base. */
export function pathOf({ shape, points }: Series, frame: Frame): string {
  const at = (point: Point, value: number) =>
    `${xOf(dayNumber(point.day), frame).toFixed(1)},${yOf(value, frame).toFixed(1)}`;
  const upper = points.map((point) => at(point, (point.base ?? 0) + point.value));
  if (points.length === 0) return "";
  if (shape === "line") return `M${upper.join("L")}`;
  const lower = points.map((point) => at(point, point.base ?? 0)).reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}

/** Series put on top of each other, the first one at the bottom. */
export function stacked(series: readonly Series[]): Series[] {
  const held = new Map<string, number>();
  return series.map((each) => ({
    ...each,
    points: each.points.map((point) => {
      const base = held.get(point.day) ?? 0;
      held.set(point.day, base + point.value);
      return { ...point, base };
    }),
  }));
}
