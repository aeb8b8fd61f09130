import type { Span } from "./load";

export const STEPS = ["day", "week", "month"] as const;
export type By = (typeof STEPS)[number];

/** How many columns a map has. */
const COLUMNS: Record<By, number> = { day: 28, week: 16, month: 12 };

/** The days that a map shows from `first` on: whole weeks and months. */
export function spanFrom(first: string, by: By): Span {
  const start = begin(dayOf(first), by);
  return {
    first: text(start),
    last: text(new Date(later(start, by, COLUMNS[by]).getTime() - DAY)),
  };
}

/** The first day of the map a page earlier or later. */
export function turned(first: string, by: By, pages: 1 | -1): string {
  return text(later(begin(dayOf(first), by), by, pages * Math.ceil(COLUMNS[by] / 2)));
}

const DAY = 86_400_000;

function begin(day: Date, by: By): Date {
  if (by === "month") return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY);
}

function later(day: Date, by: By, steps: number): Date {
  if (by === "month") {
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + steps, 1));
  }
  return new Date(day.getTime() + steps * (by === "week" ? 7 : 1) * DAY);
}

function dayOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

function text(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** How full somebody is, as a step of the scale: free, some, most, full, too full. */
export function heatOf(load: number, capacity: number, over: number): 0 | 1 | 2 | 3 | 4 {
  if (over > 0) return 4;
  if (load <= 0) return 0;
  const share = capacity > 0 ? load / capacity : 1;
  return share > 0.9 ? 3 : share > 0.5 ? 2 : 1;
}
