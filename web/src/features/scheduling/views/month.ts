import { DAY, dateOf, minuteOf, monthAt, startOfDay, startOfWeek } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";
import type { PlanItem } from "../plan";

/** Bars above each other in a week; what has no place is told by the day. */
export const MOST_LANES = 5;

export interface Week {
  days: string[];
  bars: Bar[];
  lanes: number;
  /** How many items of each day have no bar. */
  more: number[];
}

export interface Bar {
  item: PlanItem;
  /** Columns from 0, both included. */
  from: number;
  to: number;
  lane: number;
  /** It goes on before or after this week. */
  comes: boolean;
  goes: boolean;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month that the address names, else that of today while the plan runs, else the plan's first. */
export function monthShown(
  asked: string | undefined,
  plan: { start: string | null; finish: string },
  today: Minute,
): string {
  if (asked && MONTH.test(asked)) return asked;
  const day = dateOf(today);
  const runs = (!plan.start || plan.start <= day) && day <= plan.finish;
  return (runs ? day : (plan.start ?? day)).slice(0, 7);
}

export const monthBeside = (month: string, months: number): string =>
  dateOf(monthAt(minuteOf(`${month}-01`), months)).slice(0, 7);

/** The first and the last day of an item; one that ends at midnight is done the day before. */
export function daysOf({ type, schedule }: PlanItem): { first: Minute; last: Minute } | null {
  if (!schedule) return null;
  const first = startOfDay(minuteOf(schedule.start));
  if (type === "milestone") return { first, last: first };
  return { first, last: Math.max(first, startOfDay(minuteOf(schedule.finish) - 1)) };
}

/** The weeks around a month, Monday first, with the items packed into as few lanes as they need. */
export function weeksOf(month: string, items: readonly PlanItem[]): Week[] {
  const from = minuteOf(`${month}-01`);
  const weeks: Week[] = [];
  for (let monday = startOfWeek(from); monday < monthAt(from, 1); monday += 7 * DAY)
    weeks.push(weekOf(monday, items));
  return weeks;
}

function weekOf(monday: Minute, items: readonly PlanItem[]): Week {
  const column = (day: Minute) => Math.round((day - monday) / DAY);
  const found = items.flatMap((item) => {
    const days = daysOf(item);
    if (!days || column(days.first) > 6 || column(days.last) < 0) return [];
    const from = Math.max(0, column(days.first));
    const to = Math.min(6, column(days.last));
    return [{ item, from, to, comes: column(days.first) < 0, goes: column(days.last) > 6 }];
  });
  const bars = inLanes(found);
  const days = [0, 1, 2, 3, 4, 5, 6];
  return {
    days: days.map((day) => dateOf(monday + day * DAY)),
    bars: bars.filter(({ lane }) => lane < MOST_LANES),
    lanes: Math.min(Math.max(0, ...bars.map(({ lane }) => lane + 1)), MOST_LANES),
    more: days.map(
      (day) =>
        bars.filter(({ lane, from, to }) => lane >= MOST_LANES && from <= day && day <= to).length,
    ),
  };
}

/** Each in the first lane that is free on all its days; milestones first, which nobody should have to look for. */
function inLanes(found: readonly Omit<Bar, "lane">[]): Bar[] {
  const taken: Set<number>[] = [];
  const rank = ({ item }: Omit<Bar, "lane">) => (item.type === "milestone" ? 0 : 1);
  const sorted = [...found].sort((a, b) => rank(a) - rank(b) || a.from - b.from || b.to - a.to);
  return sorted.map((bar) => {
    const columns = [0, 1, 2, 3, 4, 5, 6].filter((day) => bar.from <= day && day <= bar.to);
    let lane = taken.findIndex((days) => columns.every((day) => !days.has(day)));
    if (lane < 0) lane = taken.push(new Set()) - 1;
    for (const day of columns) taken[lane]?.add(day);
    return { ...bar, lane };
  });
}
