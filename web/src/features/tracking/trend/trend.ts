import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { dayNumber } from "@/ui/chart/chart";

export type Trend = Schemas["MilestonesTrendOut"];
export type Milestone = Schemas["MilestoneTrendOut"];

export function trendQuery(projectId: string) {
  return queryOptions({
    queryKey: ["milestone_trend", projectId],
    queryFn: ({ signal }) => http.get<Trend>(`/projects/${projectId}/milestone-trend`, { signal }),
    meta: { kinds: ["project", "work_item", "baseline"] },
  });
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Scales {
  /** Where a day on which something was said stands, and a day that was said. */
  x: (day: number) => number;
  y: (day: number) => number;
  first: number;
  last: number;
  earliest: number;
  latest: number;
}

export const saidOn = (point: Milestone["points"][number]): number => dayNumber(point.on);
export const saidFor = (point: Milestone["points"][number]): number =>
  dayNumber(point.at.slice(0, 10));

/** Days of reports run to the right, dates upwards: a level line keeps its date, one that climbs slips. */
export function scalesOf(
  milestones: readonly Milestone[],
  { left, top, width, height }: Box,
): Scales {
  const points = milestones.flatMap((each) => each.points);
  const on = points.map(saidOn);
  const at = points.map(saidFor);
  const first = Math.min(...on);
  const last = Math.max(...on, first + 7);
  const air = Math.max(3, Math.round((Math.max(...at) - Math.min(...at)) * 0.06));
  const earliest = Math.min(...at) - air;
  const latest = Math.max(...at) + air;
  return {
    x: (day) => left + (width * (day - first)) / (last - first),
    y: (day) => top + height * (1 - (day - earliest) / (latest - earliest)),
    first,
    last,
    earliest,
    latest,
  };
}

/** The line on which a milestone's date is the day of the report: what comes down to it is reached. */
export function reachedLine({ first, last, earliest, latest, x, y }: Scales) {
  const from = Math.max(first, earliest);
  const to = Math.min(last, latest);
  return from < to ? { x1: x(from), y1: y(from), x2: x(to), y2: y(to) } : null;
}

/** Days evenly apart, about so many. */
export function daysBetween(first: number, last: number, count: number): number[] {
  const apart = Math.max(1, Math.ceil((last - first) / count));
  const found: number[] = [];
  for (let day = first; day <= last; day += apart) found.push(day);
  return found;
}

/** Names at the ends of their lines, pushed apart where they would lie on each other. */
export function apart(places: readonly number[], least: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const made = [...places];
  let above = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    made[index] = Math.max(places[index] ?? 0, above + least);
    above = made[index] ?? 0;
  }
  return made;
}
