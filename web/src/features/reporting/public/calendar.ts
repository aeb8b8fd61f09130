import { DAY, minuteOf, weekdayOf } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";

export interface Calendar {
  id: string;
  week: [number, number][][];
  exceptions: { first: string; last: string; intervals: [number, number][] }[];
}

/** Whether anything is worked on a day. */
export function workdaysOf(calendar: Calendar | undefined): ((day: Minute) => boolean) | undefined {
  if (!calendar) return undefined;
  const exceptions = calendar.exceptions.map(({ first, last, intervals }) => ({
    from: minuteOf(first),
    until: minuteOf(last) + DAY,
    isWorked: intervals.length > 0,
  }));
  return (day) => {
    const exception = exceptions.find(({ from, until }) => day >= from && day < until);
    return exception ? exception.isWorked : (calendar.week[weekdayOf(day)] ?? []).length > 0;
  };
}
