import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { DAY, dateOf, minuteOf, startOfWeek } from "@/timeline/geometry/time";

export type Week = Schemas["WeekSheetOut"];
export type WeekRow = Week["rows"][number];
export type Part = Week["parts"][number];
export type Waiting = Schemas["WaitingHoursOut"];
export type Missing = Schemas["MissingSheetOut"];
export type Timer = Schemas["TimerOut"];
export type SheetState = Week["state"];

export const TABS = ["week", "hours", "weeks", "approve", "missing"] as const;

/** What the address of the timesheet says. */
export interface TimesheetView {
  tab?: (typeof TABS)[number];
  /** A Monday. */
  week?: string;
  /** Whose, where it is not one's own. */
  who?: string;
  /** Items that were added and have no hours yet. */
  also?: string[];
}

export function readTimesheetView(search: Record<string, unknown>): TimesheetView {
  const { tab, week, who, also } = search;
  return {
    tab: TABS.find((each) => each === tab),
    week: typeof week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(week) ? mondayOf(week) : undefined,
    who: typeof who === "string" ? who : undefined,
    also:
      Array.isArray(also) && also.length > 0
        ? also.filter((id) => typeof id === "string")
        : undefined,
  };
}

const KINDS = ["timesheet", "project", "work_item", "several"];

export const weekKey = (memberId: string, week: string) => ["timesheet", "week", memberId, week];

export const weekQuery = (memberId: string, week: string, also: readonly string[] = []) =>
  queryOptions({
    queryKey: [...weekKey(memberId, week), also.join(",")],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) =>
      http.get<Week>(
        `/members/${memberId}/timesheets/${week}${also.length > 0 ? `?${also.map((id) => `also=${id}`).join("&")}` : ""}`,
        { signal },
      ),
  });

export const sheetQuery = (id: string) =>
  queryOptions({
    queryKey: ["timesheet", "one", id],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Week>(`/timesheets/${id}`, { signal }),
  });

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ["time_entry", id],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Schemas["TimeEntryOut"]>(`/time-entries/${id}`, { signal }),
  });

export const waitingQuery = queryOptions({
  queryKey: ["timesheet", "waiting"],
  meta: { kinds: KINDS },
  queryFn: ({ signal }) => http.get<Waiting[]>("/timesheets/waiting", { signal }),
});

export const missingQuery = queryOptions({
  queryKey: ["timesheet", "missing"],
  meta: { kinds: KINDS },
  queryFn: ({ signal }) => http.get<Missing[]>("/timesheets/missing", { signal }),
});

export const timerQuery = queryOptions({
  queryKey: ["timesheet", "timer"],
  queryFn: ({ signal }) => http.get<Timer>("/timer", { signal }),
});

/** The day, so many days later. */
export const shifted = (day: string, by: number): string => dateOf(minuteOf(day) + by * DAY);

export const mondayOf = (day: string): string => dateOf(startOfWeek(minuteOf(day)));

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Minutes of each day of the week, over all of its rows. */
export const byDay = ({ rows, days }: Pick<Week, "rows" | "days">): number[] =>
  days.map((_, day) => sum(rows.map(({ minutes }) => minutes[day] ?? 0)));

export interface Cell {
  item_id: string;
  on: string;
  minutes?: number;
  note?: string;
}

/** The week with these cells in it, as it will stand once they are saved. */
export function withCells(week: Week, cells: readonly Cell[]): Week {
  const rows = week.rows.map((row) => {
    const mine = cells.filter(({ item_id }) => item_id === row.id);
    if (mine.length === 0) return row;
    const [minutes, notes] = [[...row.minutes], [...row.notes]];
    for (const cell of mine) {
      const day = week.days.indexOf(cell.on);
      if (cell.minutes !== undefined) minutes[day] = cell.minutes;
      if (cell.note !== undefined) notes[day] = cell.note;
    }
    return { ...row, minutes, notes };
  });
  return { ...week, rows };
}

/** What of another week can be done again in this one: its hours, where there are none yet. */
export function copied(last: Week, week: Week): Cell[] {
  return last.rows.flatMap((row) => {
    const here = week.rows.find(({ id }) => id === row.id);
    if (here && !here.can.write) return [];
    return row.minutes.flatMap((minutes, day): Cell[] => {
      const on = week.days[day];
      return minutes > 0 && on && !here?.minutes[day] ? [{ item_id: row.id, on, minutes }] : [];
    });
  });
}

interface WeekToApprove {
  id: string;
  parts: [Waiting, ...Waiting[]];
}

/** What waits, week by week, each with the parts of its projects. */
export function weeksOf(waiting: readonly Waiting[]): WeekToApprove[] {
  const found = new Map<string, WeekToApprove>();
  for (const one of waiting) {
    const week = found.get(one.timesheet_id);
    if (week) week.parts.push(one);
    else found.set(one.timesheet_id, { id: one.timesheet_id, parts: [one] });
  }
  return [...found.values()];
}
