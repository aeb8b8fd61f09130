import { DAY, minuteOf, startOfDay, weekdayOf } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";

type Interval = readonly [number, number];

type Week = readonly (readonly Interval[])[];

/** Working hours by weekday, Monday first, in minutes from midnight; weeks that hold for a time; days that differ. */
export interface WorkCalendar {
  week: Week;
  weeks: readonly { first: string; last: string; week: Week }[];
  exceptions: readonly { first: string; last: string; intervals: readonly Interval[] }[];
}

const OFFICE: readonly Interval[] = [
  [480, 720],
  [780, 1020],
];

/** The working hours of a day, in minutes from its midnight. */
export type DayHours = (day: Minute) => readonly Interval[];

/** Exceptions over passing weeks over the week; without a calendar Monday to Friday, eight to five. */
export function hoursOf(calendar: WorkCalendar | undefined): DayHours {
  if (!calendar) return (day) => (weekdayOf(day) < 5 ? OFFICE : []);
  const exceptions = calendar.exceptions.map(spanOf);
  const weeks = calendar.weeks.map(spanOf);
  return (day) => {
    const covers = ({ from, until }: Span) => day >= from && day < until;
    const exception = exceptions.find(covers);
    if (exception) return exception.intervals;
    const { week } = weeks.find(covers) ?? calendar;
    return week[weekdayOf(day)] ?? [];
  };
}

interface Span {
  from: Minute;
  until: Minute;
}

function spanOf<T extends { first: string; last: string }>(dated: T): T & Span {
  return { ...dated, from: minuteOf(dated.first), until: minuteOf(dated.last) + DAY };
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
