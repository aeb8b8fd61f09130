import { colourOf } from "@/features/roadmap/colours";
import { minuteOf, spanOfWindow } from "@/timeline/geometry/time";
import type { Lane, LaneItem, TimelineLink, TimelineRow } from "@/timeline/types";
import type { SharedRoadmap, SharedTimeline } from "./shared";

export function sharedLanes(roadmap: SharedRoadmap): Lane[] {
  return roadmap.lanes.map(({ id, title, colour }, index) => ({
    id,
    title,
    colour: colourOf(colour, index),
  }));
}

/** The initiatives whose window the share shows; one without a window has no place on a timeline. */
export function sharedItems(roadmap: SharedRoadmap): LaneItem[] {
  const items: LaneItem[] = [];
  for (const { id, title, lane_id, status, window, forecast } of roadmap.initiatives) {
    if (!window) continue;
    items.push({
      id,
      title,
      laneId: lane_id ?? null,
      status: status ?? "planned",
      precision: window.precision,
      ...spanOfWindow(window),
      forecast: forecast
        ? {
            p50: minuteOf(forecast.p50),
            p85: minuteOf(forecast.p85),
            probability: forecast.probability,
          }
        : null,
    });
  }
  return items;
}

export function sharedRows(timeline: SharedTimeline): TimelineRow[] {
  return timeline.items.map((item) => ({
    id: item.id,
    parentId: item.parent_id,
    wbs: item.wbs,
    title: item.title,
    kind: item.type,
    start: item.start ? minuteOf(item.start) : null,
    finish: item.finish ? minuteOf(item.finish) : null,
    durationMinutes: 0,
    percentComplete: item.percent_complete ?? 0,
    critical: item.critical,
    deadline: item.deadline ? minuteOf(item.deadline) : null,
  }));
}

export function sharedLinks(timeline: SharedTimeline): TimelineLink[] {
  return timeline.links.map(({ id, before, after, kind, lag_minutes, lag_unit }) => ({
    id,
    before,
    after,
    kind,
    lagMinutes: lag_minutes,
    lagUnit: lag_unit,
  }));
}
