import { DAY } from "@/timeline/geometry/time";
import type { Minute, TimelineRow } from "@/timeline/types";

/** What follows from the dates, which no list of the server is filtered by. */
export const SHOWN = ["critical", "near", "open", "late", "soon"] as const;
export type Shown = (typeof SHOWN)[number];

const SOON_DAYS = 14;

function fits(row: TimelineRow, shown: Shown, now: Minute): boolean {
  const { start, finish, percentComplete } = row;
  const isOpen = percentComplete < 100;
  switch (shown) {
    case "critical":
      return row.critical === true && isOpen;
    case "near":
      return (row.critical === true || row.nearCritical === true) && isOpen;
    case "open":
      return isOpen;
    case "late":
      return isOpen && finish !== null && finish < now;
    case "soon":
      return isOpen && start !== null && start < now + SOON_DAYS * DAY;
  }
}

/** The rows that are meant, below the summaries that they are part of, and how many are meant. */
export function filtered(
  rows: readonly TimelineRow[],
  ids: ReadonlySet<string> | undefined,
  shown: Shown | undefined,
  now: Minute,
): { rows: readonly TimelineRow[]; count: number } {
  if (ids === undefined && shown === undefined) return { rows, count: rows.length };
  let count = 0;
  const kept = new Set<string>();
  // From the end, so that what is below a summary is looked at before it.
  for (const row of [...rows].reverse()) {
    const isMeant =
      (ids === undefined || ids.has(row.id)) &&
      (shown === undefined || (row.kind !== "summary" && fits(row, shown, now)));
    if (isMeant) count += 1;
    if (isMeant || kept.has(row.id)) {
      kept.add(row.id);
      if (row.parentId !== null) kept.add(row.parentId);
    }
  }
  return { rows: rows.filter(({ id }) => kept.has(id)), count };
}
