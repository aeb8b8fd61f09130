import type { Schemas } from "@/api/shown";
import { spanOfWindow } from "@/timeline/geometry/time";
import type { LaneItem, Span } from "@/timeline/types";
import type { Roadmap } from "./roadmap";

type Past = Schemas["PastRoadmap"];

/** Where the initiatives that have moved since stood then. */
export function ghostsOf(now: Roadmap, then: Past): Map<string, Span> {
  const windows = new Map(now.initiatives.map(({ id, window }) => [id, window]));
  const found = new Map<string, Span>();
  for (const { id, window } of then.initiatives) {
    const current = windows.get(id);
    if (!window || !current) continue;
    if (window.start !== current.start || window.finish !== current.finish) {
      found.set(id, spanOfWindow(window));
    }
  }
  return found;
}

/** What was on the chart then and is no more. */
export function goneItems(now: Roadmap, then: Past, said: string): LaneItem[] {
  const here = new Set(now.initiatives.map(({ id }) => id));
  return then.initiatives.flatMap(({ id, title, status, window, lane_id }) => {
    if (here.has(id) || !window) return [];
    const item: LaneItem = {
      id,
      key: said,
      title,
      status,
      laneId: lane_id,
      precision: window.precision,
      ...spanOfWindow(window),
      gone: true,
      editable: false,
    };
    return [item];
  });
}
