import { moveSnapped, resizeSnapped } from "../geometry/snap";
import { DAY } from "../geometry/time";
import type { ChartDeed } from "../gestures/chartKeys";
import type { LaneItem, Precision, Span } from "../types";
import { inOrder, type Scene } from "./scene";

/** Enough to reach the next unit from the beginning of one, and not the one after. */
const UNIT_MINUTES: Record<Precision, number> = { day: DAY, month: 31 * DAY, quarter: 92 * DAY };

/** The item `steps` before or after the chosen one, in reading order; the first where none is. */
export function neighbour(scene: Scene, chosenId: string | null, steps: number): LaneItem | null {
  const order = inOrder(scene);
  const at = order.findIndex((item) => item.id === chosenId);
  if (at < 0) return order[steps > 0 ? 0 : order.length - 1] ?? null;
  return order[Math.min(order.length - 1, Math.max(0, at + steps))] ?? null;
}

/** An item moved, or its finish stretched, by whole units of its precision. */
export function nudged(item: LaneItem, deed: ChartDeed & { units: number }): Span {
  const minutes = deed.units * UNIT_MINUTES[item.precision];
  const span = { start: item.start, finish: item.finish };
  if (deed.do === "stretch") return resizeSnapped(span, "finish", minutes, item.precision);
  return moveSnapped(span, minutes, item.precision);
}

/** The lane above or below an item's own; its own at the edges. */
export function laneBeside(scene: Scene, item: LaneItem, steps: number): string | null {
  const at = scene.bands.findIndex((band) => band.items.some((each) => each.item.id === item.id));
  return scene.bands[at + steps]?.id ?? item.laneId;
}
