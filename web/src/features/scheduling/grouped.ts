import { type DayHours, workingMinutes } from "@/features/core/workingTime";
import type { GanttEvents } from "@/timeline/ganttProps";
import type { TimelineRow } from "@/timeline/types";
import { type Lane, type LaneOf, laneOf, lanesFor, type Names } from "./lanes";
import type { PlanItem } from "./plan";

const HEAD = "group:";

export const isHead = (id: string | null): boolean => id?.startsWith(HEAD) === true;

/** The tasks of a plan below a heading for each group; summaries, which are another grouping, are left out. */
export function groupedRows(
  rows: readonly TimelineRow[],
  items: readonly PlanItem[],
  by: LaneOf,
  names: Names,
  hours: DayHours,
): TimelineRow[] {
  const tasks = items.filter(({ type }) => type !== "summary");
  const drawn = new Map(rows.map((row) => [row.id, row]));
  const within = new Map<string | null, PlanItem[]>();
  for (const item of tasks) {
    const value = laneOf(by, item);
    const others = within.get(value);
    if (others) others.push(item);
    else within.set(value, [item]);
  }
  return lanesFor(by, tasks, names).flatMap((lane) => {
    const found = (within.get(lane.value) ?? []).flatMap(({ id }) => drawn.get(id) ?? []);
    if (found.length === 0) return [];
    const head = headOf(lane, found, hours);
    return [head, ...found.map((row) => ({ ...row, parentId: head.id }))];
  });
}

function headOf({ value, name }: Lane, rows: readonly TimelineRow[], hours: DayHours): TimelineRow {
  const starts = rows.flatMap(({ start }) => start ?? []);
  const finishes = rows.flatMap(({ finish }) => finish ?? []);
  const hasDates = starts.length > 0 && finishes.length > 0;
  const start = hasDates ? Math.min(...starts) : null;
  const finish = hasDates ? Math.max(...finishes) : null;
  const effort = sumOf(rows, ({ durationMinutes }) => durationMinutes);
  const done = sumOf(
    rows,
    ({ durationMinutes, percentComplete }) => durationMinutes * percentComplete,
  );
  return {
    id: `${HEAD}${value ?? ""}`,
    parentId: null,
    wbs: "",
    title: name,
    kind: "summary",
    start,
    finish,
    durationMinutes: start !== null && finish !== null ? workingMinutes(hours, start, finish) : 0,
    percentComplete: effort > 0 ? Math.round(done / effort) : 0,
    editable: false,
  };
}

function sumOf(rows: readonly TimelineRow[], of: (row: TimelineRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** What can be done to single rows while they are grouped: the outline is not there to be changed. */
export function ofSingleRows(events: GanttEvents): GanttEvents {
  const { onEdit, onMove, onResize, onProgress, onLink, onForesee } = events;
  return { onEdit, onMove, onResize, onProgress, onLink, onForesee };
}
