import { moveSnapped, resizeSnapped } from "../geometry/snap";
import type { Precision } from "../types";
import type { DragRules } from "./drag";

/** Initiatives move by the precision their window is promised in. */
export function roadmapRules(precisionOf: (id: string) => Precision): DragRules {
  return {
    move: (id, was, minutes) => moveSnapped(was, minutes, precisionOf(id)),
    resize: (id, was, end, minutes) => resizeSnapped(was, end, minutes, precisionOf(id)),
  };
}
