import { DAY, minuteOf, monthAt, quarterAt, yearAt } from "@/timeline/geometry/time";
import type { Minute, Span } from "@/timeline/types";
import type { PlanItem } from "../plan";

export interface Phase {
  /** None for what lies in no phase, and for the whole of a plan without phases. */
  item: PlanItem | null;
  milestones: PlanItem[];
}

/** So many tasks stand for a plan without phases. */
const TASKS = 12;

/** One line for each summary down to `level`, with the milestones that lie in it and in none below that is shown; of a plan
 * without summaries, a line for all milestones and the longest critical tasks. */
export function phasesOf(items: readonly PlanItem[], level: number): Phase[] {
  const loose: Phase = { item: null, milestones: [] };
  const phases: Phase[] = [loose];
  const lineOf = new Map<string, Phase>();
  for (const item of items) {
    const above = (item.parent_id && lineOf.get(item.parent_id)) || loose;
    if (item.type === "summary" && item.outline_level <= level) {
      const phase = { item, milestones: [] };
      phases.push(phase);
      lineOf.set(item.id, phase);
    } else {
      lineOf.set(item.id, above);
      if (item.type === "milestone" && item.schedule) above.milestones.push(item);
    }
  }
  for (const { milestones } of phases)
    milestones.sort((a, b) => (a.schedule?.start ?? "").localeCompare(b.schedule?.start ?? ""));
  if (phases.length === 1) return [loose, ...longestOf(items)].filter(isShown);
  return phases.filter((phase) => phase !== loose || isShown(phase));
}

const isShown = ({ item, milestones }: Phase) => item !== null || milestones.length > 0;

/** The critical tasks that take longest, by their start; of a plan that has none, of all tasks. */
function longestOf(items: readonly PlanItem[]): Phase[] {
  const tasks = items.filter(({ type, schedule }) => type === "task" && schedule);
  const critical = tasks.filter(({ schedule }) => schedule?.critical);
  return (critical.length > 0 ? critical : tasks)
    .sort((a, b) => b.duration_minutes - a.duration_minutes)
    .slice(0, TASKS)
    .sort((a, b) => (a.schedule?.start ?? "").localeCompare(b.schedule?.start ?? ""))
    .map((item) => ({ item, milestones: [] }));
}

/** Whether a line stands for a summary, and not for a task of a plan without any. */
export const hasPhases = (phases: readonly Phase[]) =>
  phases.some(({ item }) => item?.type === "summary");

/** The deepest level on which a summary stands. */
export const deepestOf = (items: readonly PlanItem[]): number =>
  Math.max(1, ...items.filter(({ type }) => type === "summary").map((item) => item.outline_level));

/** From the first to the last day of what is shown, with some air. */
export function extentOf(phases: readonly Phase[]): Span | null {
  const found = phases.flatMap(({ item, milestones }) =>
    [item, ...milestones].flatMap((each) =>
      each?.schedule ? [minuteOf(each.schedule.start), minuteOf(each.schedule.finish)] : [],
    ),
  );
  if (found.length === 0) return null;
  const start = Math.min(...found);
  const finish = Math.max(...found);
  const air = Math.max(3 * DAY, (finish - start) * 0.04);
  return { start: start - air, finish: finish + air };
}

/** Where a moment stands, as a share of the span. */
export const shareOf = (at: Minute, { start, finish }: Span): number =>
  (at - start) / (finish - start);

/** Beginnings of months, quarters or years, so many as can be named over that width. */
export function ticksOf(
  span: Span,
  width: number,
): { at: Minute; unit: "month" | "quarter" | "year" }[] {
  const room = Math.max(1, Math.floor(width / 64));
  const months = (span.finish - span.start) / (30 * DAY);
  const [next, unit] =
    months <= room
      ? ([monthAt, "month"] as const)
      : months / 3 <= room
        ? ([quarterAt, "quarter"] as const)
        : ([yearAt, "year"] as const);
  const found: { at: Minute; unit: "month" | "quarter" | "year" }[] = [];
  for (let at = next(span.start, 1); at < span.finish; at = next(at, 1)) found.push({ at, unit });
  return found;
}

/** Where a milestone's name stands: in which row under the bar, and on which side of its mark; without a side it is not
 * written. */
export interface Label {
  row: number;
  side: "right" | "left" | undefined;
}

/** A letter of the small text is about so wide, a mark with its gap so. */
const LETTER = 6.4;
const MARK = 26;
const ROWS = 6;

/** Rows for the names of marks that stand at these pixels from the left, in order: each in the first row in which nothing
 * is in its way, before its mark where the line ends; a name that fits on neither side is left to whoever points at it. */
export function labelsOf(marks: readonly { at: number; title: string }[], width: number): Label[] {
  const ends: number[] = [];
  return marks.map(({ at, title }) => {
    const length = title.length * LETTER + MARK;
    const side = at + length <= width ? "right" : at >= length ? "left" : undefined;
    if (!side) return { row: 0, side };
    const [from, to] =
      side === "right" ? [at - MARK / 2, at + length] : [at - length, at + MARK / 2];
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    if (row >= ROWS) return { row: 0, side: undefined };
    ends[row] = to;
    return { row, side };
  });
}
