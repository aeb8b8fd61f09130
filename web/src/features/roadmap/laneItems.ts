import { colourOf } from "@/features/core/laneColours";
import { moveSnapped } from "@/timeline/geometry/snap";
import { minuteOf, spanOfWindow, windowOfSpan } from "@/timeline/geometry/time";
import type { Lane as ChartLane, LaneItem, Span } from "@/timeline/types";
import type { Chance, Initiative, Lane, Milestone, OpenPromise, Roadmap, Window } from "./roadmap";

export function chartLanes(lanes: readonly Pick<Lane, "id" | "title" | "colour">[]): ChartLane[] {
  return lanes.map(({ id, title, colour }, index) => ({
    id,
    title,
    colour: colourOf(colour, index),
  }));
}

interface Marks {
  /** The rows are themes, not lanes. */
  byTheme?: boolean;
  colours?: ReadonlyMap<string, string>;
  rollups?: ReadonlyMap<string, Window | { start: string; finish: string }>;
  promises?: ReadonlyMap<string, readonly OpenPromise[]>;
  ghosts?: ReadonlyMap<string, Span>;
  promiseName?: (promise: OpenPromise) => string;
}

/** The initiatives that have a window, as the chart draws them. */
export function laneItems(
  initiatives: readonly Initiative[],
  chances: ReadonlyMap<string, Chance>,
  marks: Marks = {},
): LaneItem[] {
  const items: LaneItem[] = [];
  for (const initiative of initiatives) {
    const { id, key, title, status, window, lane_id, theme_id, can } = initiative;
    if (!window || initiative.parked) continue;
    const rollup = marks.rollups?.get(id);
    const promises = marks.promises?.get(id);
    items.push({
      id,
      key,
      title,
      status,
      laneId: marks.byTheme ? theme_id : lane_id,
      precision: window.precision,
      ...spanOfWindow(window),
      forecast: forecastOf(chances.get(id)),
      colour: marks.colours?.get(id),
      rollup: rollup && spanOfWindow(rollup),
      ghost: marks.ghosts?.get(id),
      promises: promises?.map((promise) => ({
        due: spanOfWindow({ start: promise.due, finish: promise.due }).finish,
        name: marks.promiseName?.(promise) ?? promise.promised_to,
      })),
      editable: can.edit === true,
    });
  }
  return items;
}

/** Milestones as the chart draws them. */
export function milestoneItems(milestones: readonly Milestone[]): LaneItem[] {
  return milestones.map(({ id, key, title, day, lane_id, can }) => ({
    id,
    key,
    title,
    status: "planned",
    laneId: lane_id,
    precision: "day",
    milestone: true,
    ...spanOfWindow({ start: day, finish: day }),
    editable: can.edit === true,
  }));
}

/** What an initiative is promised by, by initiative. */
export function promisesOf(roadmap: Roadmap): Map<string, OpenPromise[]> {
  const found = new Map<string, OpenPromise[]>();
  for (const promise of roadmap.promises) {
    found.set(promise.initiative_id, [...(found.get(promise.initiative_id) ?? []), promise]);
  }
  return found;
}

function forecastOf(chance: Chance | undefined) {
  if (!chance) return null;
  const { p50, p85, probability } = chance;
  return { p50: minuteOf(p50), p85: minuteOf(p85), probability };
}

/** Where a bar was dropped, as a window of whole days. */
export function windowAt(span: Span, precision: Window["precision"]): Window {
  return { ...windowOfSpan(span), precision };
}

/** A window moved by minutes, in whole units of its precision. */
export function windowMoved(window: Window, minutes: number): Window {
  return windowAt(moveSnapped(spanOfWindow(window), minutes, window.precision), window.precision);
}

/** A new bar's window reads best in the coarsest unit that it fills. */
export function precisionOf({ start, finish }: Span): Window["precision"] {
  const days = (finish - start) / 1440;
  if (days >= 89) return "quarter";
  return days >= 28 ? "month" : "day";
}
