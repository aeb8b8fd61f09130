export type SnoozeWord = "tomorrow" | "nextWeek" | "inAMonth";

export interface SnoozeChoice {
  word: SnoozeWord;
  /** YYYY-MM-DD */
  day: string;
}

const MONDAY = 1;

/** The days that one usually means by "later", after the given one. */
export function snoozeChoices(today: Date): SnoozeChoice[] {
  const toMonday = (MONDAY + 7 - today.getDay()) % 7 || 7;
  return [
    { word: "tomorrow", day: dayAfter(today, 1) },
    { word: "nextWeek", day: dayAfter(today, toMonday) },
    { word: "inAMonth", day: dayAfter(today, 30) },
  ];
}

/** The day so many days on, by the person's own calendar. */
export function dayAfter(from: Date, days: number): string {
  const then = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}
