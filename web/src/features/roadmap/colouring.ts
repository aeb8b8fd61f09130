/**
 * What colours mean. The server colours files and shares by the same rules
 * (src/northline/roadmap/rules/colouring.py); both are held to the same examples.
 */

import { LANE_COLOURS } from "@/features/core/laneColours";

export const NONE = "#8a95a0";
export const PALETTE: readonly string[] = Object.values(LANE_COLOURS);
/** One value of a field: a column of the board, a line of the legend. `value` null is "none". */
export interface Group {
  value: string | null;
  colour: string;
}

const MOST_RANGES = 5;
const STEPS = [1, 2, 2.5, 5, 10, 20];

/** Numbers in at most five ranges between round bounds; the last one includes its upper bound. */
export interface Ranges {
  low: number;
  /** 0 where all numbers are the same. */
  step: number;
  count: number;
}

export function rangesOf(numbers: readonly number[]): Ranges | undefined {
  if (numbers.length === 0) return undefined;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least === most) return { low: least, step: 0, count: 1 };
  const wanted = (most - least) / MOST_RANGES;
  const size = 10 ** Math.floor(Math.log10(wanted));
  let found: Ranges = { low: least, step: 0, count: 1 };
  for (const step of STEPS.map((one) => one * size)) {
    const low = Math.floor(least / step + 1e-9) * step;
    const count = Math.ceil((most - low) / step - 1e-9);
    found = { low: plain(low), step: plain(step), count };
    if (count <= MOST_RANGES && step >= wanted * (1 - 1e-9)) break;
  }
  return found;
}

/** The range that holds the number. */
export function placeIn({ low, step, count }: Ranges, number: number): number {
  if (step === 0) return 0;
  return Math.min(count - 1, Math.max(0, Math.floor((number - low) / step + 1e-9)));
}

/** From where to where a range goes; the same twice for a single number. */
export function boundsOf({ low, step }: Ranges, place: number): [number, number] {
  const start = plain(low + place * step);
  return [start, plain(start + step)];
}

/** The quarter that holds a day: 2026-Q4. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

/** A colour for each value, by its place among them. */
export const numbered = (values: readonly string[]): Group[] =>
  [...new Set(values)].map((value, index) => ({
    value,
    colour: PALETTE[index % PALETTE.length] ?? NONE,
  }));

/** A colour for each range of the numbers, from cool to warm. */
export const ranged = (numbers: readonly number[]): Group[] =>
  numbered(Array.from({ length: rangesOf(numbers)?.count ?? 0 }, (_, place) => String(place)));

/** Without the crumbs that binary fractions leave. */
const plain = (number: number): number => Number(number.toPrecision(12));
