import { DAY, minuteOf, startOfDay, weekdayOf } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";

type Interval = readonly [number, number];

/** Working hours by weekday, Monday first, in minutes from midnight; and the days that differ. */
export interface WorkCalendar {
  week: readonly (readonly Interval[])[];
  exceptions: readonly { first: string; last: string; intervals: readonly Interval[] }[];
}

const OFFICE: readonly Interval[] = [
  [480, 720],
  [780, 1020],
];

/** The working hours of a day, in minutes from its midnight. */
export type DayHours = (day: Minute) => readonly Interval[];

/** Exceptions over the week; without a calendar Monday to Friday, eight to five. */
export function hoursOf(calendar: WorkCalendar | undefined): DayHours {
  if (!calendar) return (day) => (weekdayOf(day) < 5 ? OFFICE : []);
  const exceptions = calendar.exceptions.map(({ first, last, intervals }) => ({
    from: minuteOf(first),
    until: minuteOf(last) + DAY,
    intervals: intervals,
  }));
  return (day) => {
    const exception = exceptions.find(({ from, until }) => day >= from && day < until);
    if (exception) return exception.intervals;
    return calendar.week[weekdayOf(day)] ?? [];
  };
}

/** Working minutes between two moments. */
export function workingMinutes(hours: DayHours, start: Minute, finish: Minute): number {
  let total = 0;
  for (let day = startOfDay(start); day < finish; day += DAY) {
    for (const [from, until] of hours(day)) {
      total += Math.max(0, Math.min(finish, day + until) - Math.max(start, day + from));
    }
  }
  return total;
}
