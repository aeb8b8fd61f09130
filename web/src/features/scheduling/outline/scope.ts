import type { ColumnId } from "@/timeline/types";
import type { PlanItem } from "../plan";

/** Shown while a parent has more of its own than its tasks take up. */
export const WITH_SCOPE: readonly ColumnId[] = [
  "wbs",
  "title",
  "duration",
  "own",
  "unallocated",
  "start",
  "finish",
  "percent",
  "predecessors",
  "slack",
];

/** Working minutes of a parent: what it was estimated at itself, and what of that none of its tasks takes up. */
export interface Scope {
  own: number;
  unallocated: number;
}

/** Of every parent; what its tasks take together stands beside its own estimate, never over it. */
export function scopesOf(items: readonly PlanItem[]): Map<string, Scope> {
  const taken = new Map<string, number>();
  const scopes = new Map<string, Scope>();
  // Rows come parents first, so from below every item meets all that is under it.
  for (const item of items.toReversed()) {
    const own = ownOf(item);
    const below = taken.get(item.id) ?? 0;
    if (item.type === "summary")
      scopes.set(item.id, { own, unallocated: Math.max(0, own - below) });
    const counted = item.active ? Math.max(own, below) : 0;
    if (item.parent_id !== null)
      taken.set(item.parent_id, (taken.get(item.parent_id) ?? 0) + counted);
  }
  return scopes;
}

const ownOf = (item: PlanItem): number => item.estimate?.likely ?? item.duration_minutes;
