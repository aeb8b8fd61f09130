import { minuteOf, weekdayOf } from "@/timeline/geometry/time";

export const RHYTHMS = [
  "daily",
  "weekly",
  "fortnightly",
  "monthly",
  "monthlyOn",
  "quarterly",
  "yearly",
] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const LAST = -1;
type Nth = 1 | 2 | 3 | 4 | -1;
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Which of its weekdays in the month a day is: 1 to 4, or -1 for the last. Monday is weekday 0. */
export function placeInMonth(day: string): { nth: Nth; weekday: Weekday } {
  const nth = Math.ceil(Number(day.slice(8, 10)) / 7);
  return {
    nth: nth > 4 ? LAST : (nth as Nth),
    weekday: weekdayOf(minuteOf(day)) as Weekday,
  };
}

/** The rule of RFC 5545 by which something that begins on that day comes again. */
export function ruleOf(rhythm: Rhythm, first: string): string {
  switch (rhythm) {
    case "daily":
      return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    case "weekly":
      return "FREQ=WEEKLY";
    case "fortnightly":
      return "FREQ=WEEKLY;INTERVAL=2";
    case "monthly":
      return `FREQ=MONTHLY${monthDay(first)}`;
    case "monthlyOn": {
      const { nth, weekday } = placeInMonth(first);
      return `FREQ=MONTHLY;BYDAY=${nth}${DAYS[weekday]}`;
    }
    case "quarterly":
      return `FREQ=MONTHLY;INTERVAL=3${monthDay(first)}`;
    case "yearly":
      return "FREQ=YEARLY";
  }
}

/** From a day that not every month has, the last one that it has. */
function monthDay(first: string): string {
  const day = Number(first.slice(8, 10));
  if (day <= 28) return "";
  const days = Array.from({ length: day - 27 }, (_, more) => 28 + more);
  return `;BYMONTHDAY=${days.join(",")};BYSETPOS=-1`;
}
