import { minuteOf, spanOfWindow } from "@/timeline/geometry/time";
import type { ItemLink, LaneItem } from "@/timeline/types";
import type { SharedInitiative, SharedRoadmap } from "./shared";

/** What a chart can show of a shared roadmap: initiatives with a window, and milestones. */
export function sharedItems({ initiatives, milestones = [] }: SharedRoadmap): LaneItem[] {
  const bars = initiatives.flatMap(itemOf);
  const marks = milestones.map(
    ({ id, title, day, lane_id }): LaneItem => ({
      id,
      title,
      laneId: lane_id ?? null,
      precision: "day",
      status: "planned",
      milestone: true,
      ...spanOfWindow({ start: day, finish: day }),
    }),
  );
  return [...bars, ...marks];
}

/** Which of the bars wait for which, both of which must be drawn. */
export function sharedLinks({ initiatives, dependencies = [] }: SharedRoadmap): ItemLink[] {
  const drawn = new Set(initiatives.filter(({ window }) => window).map(({ id }) => id));
  return dependencies
    .filter(({ before, after }) => drawn.has(before) && drawn.has(after))
    .map(({ before, after }) => ({ id: `${before} ${after}`, before, after }));
}

function itemOf(initiative: SharedInitiative): LaneItem[] {
  const { id, title, window, lane_id, status, forecast, colour } = initiative;
  if (!window) return [];
  return [
    {
      id,
      title,
      laneId: lane_id ?? null,
      precision: window.precision,
      status: status ?? "planned",
      colour,
      ...spanOfWindow(window),
      forecast: forecast && {
        p50: minuteOf(forecast.p50),
        p85: minuteOf(forecast.p85),
        probability: forecast.probability,
      },
    },
  ];
}
