import { minuteOf } from "@/timeline/geometry/time";
import type { ColumnId, TimelineRow } from "@/timeline/types";
import type { Variance } from "./baselines";

/** The columns of the outline while a baseline is shown beside the plan. */
export const WITH_BASELINE: readonly ColumnId[] = [
  "wbs",
  "title",
  "duration",
  "start",
  "finish",
  "baselineStart",
  "startVariance",
  "baselineFinish",
  "finishVariance",
  "percent",
  "predecessors",
  "slack",
];

/** The rows with where the baseline had them. */
export function withBaseline(
  rows: readonly TimelineRow[],
  variances: readonly Variance[],
): TimelineRow[] {
  const found = new Map(variances.map((one) => [one.id, one]));
  return rows.map((row) => {
    const one = found.get(row.id);
    if (!one?.was_start || !one.was_finish) return row;
    return {
      ...row,
      baseline: { start: minuteOf(one.was_start), finish: minuteOf(one.was_finish) },
      startVariance: one.start_variance,
      finishVariance: one.finish_variance,
    };
  });
}
