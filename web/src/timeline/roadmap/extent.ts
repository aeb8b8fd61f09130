import type { LaneItem, Span } from "../types";

/** All of the time the items and their forecasts take; null when there is none. */
export function extentOf(items: readonly LaneItem[]): Span | null {
  if (items.length === 0) return null;
  let [start, finish] = [Infinity, -Infinity];
  for (const item of items) {
    start = Math.min(start, item.start);
    finish = Math.max(finish, item.finish, item.forecast?.p85 ?? -Infinity);
    if (item.ghost)
      [start, finish] = [Math.min(start, item.ghost.start), Math.max(finish, item.ghost.finish)];
  }
  return { start, finish };
}
