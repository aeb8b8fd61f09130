import type { Minute, Span } from "../types";
import type { Scale } from "./scale";
import { minuteAt } from "./scale";
import { DAY, minuteOf, startOfDay, weekdayOf } from "./time";

export const mondayToFriday = (day: Minute): boolean => weekdayOf(day) < 5;

/** Below this, single days are too thin to tell working from free ones. */
const LEAST_PER_DAY = 2.5;

/** Days off within the width, neighbours joined. */
export function daysOff(
  scale: Scale,
  width: number,
  isWorkingDay: (day: Minute) => boolean = mondayToFriday,
): Span[] {
  if (scale.perDay < LEAST_PER_DAY) return [];
  const spans: Span[] = [];
  const end = minuteAt(scale, width);
  for (let day = startOfDay(minuteAt(scale, 0)); day < end; day += DAY) {
    if (isWorkingDay(day)) continue;
    const last = spans[spans.length - 1];
    if (last?.finish === day) last.finish = day + DAY;
    else spans.push({ start: day, finish: day + DAY });
  }
  return spans;
}

/** The question the timeline asks, from working weekdays (0 is Monday) and single dates. */
export function workingDays(
  weekdays: ReadonlySet<number>,
  exceptions: ReadonlyMap<string, boolean>,
): (day: Minute) => boolean {
  const byDay = new Map([...exceptions].map(([date, working]) => [minuteOf(date), working]));
  return (day) => byDay.get(day) ?? weekdays.has(weekdayOf(day));
}
