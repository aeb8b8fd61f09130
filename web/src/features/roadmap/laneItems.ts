import { colourOf } from "@/features/core/laneColours";
import { minuteOf, spanOfWindow, windowOfSpan } from "@/timeline/geometry/time";
import type { Lane as ChartLane, LaneItem, Span } from "@/timeline/types";
import type { Chance, Initiative, Lane, Window } from "./roadmap";

export function chartLanes(lanes: readonly Lane[]): ChartLane[] {
  return lanes.map(({ id, title, colour }, index) => ({
    id,
    title,
    colour: colourOf(colour, index),
  }));
}

/** The initiatives that have a window, as the chart draws them. */
export function laneItems(
  initiatives: readonly Initiative[],
  chances: ReadonlyMap<string, Chance>,
): LaneItem[] {
  const items: LaneItem[] = [];
  for (const initiative of initiatives) {
    const { id, key, title, status, window, lane_id, can } = initiative;
    if (!window) continue;
    items.push({
      id,
      key,
      title,
      status,
      laneId: lane_id,
      precision: window.precision,
      ...spanOfWindow(window),
      forecast: forecastOf(chances.get(id)),
      editable: can.edit === true,
    });
  }
  return items;
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

/** A new bar's window reads best in the coarsest unit that it fills. */
export function precisionOf({ start, finish }: Span): Window["precision"] {
  const days = (finish - start) / 1440;
  if (days >= 89) return "quarter";
  return days >= 28 ? "month" : "day";
}
