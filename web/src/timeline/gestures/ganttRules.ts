import { snapDelta } from "../geometry/snap";
import type { DragRules } from "./drag";

/** Bars of a plan move by whole steps and keep their time of day. */
export function ganttRules(step: number): DragRules {
  return {
    move: (_id, was, minutes) => {
      const shift = snapDelta(minutes, step);
      return { start: was.start + shift, finish: was.finish + shift };
    },
    resize: (_id, was, end, minutes) => {
      const shift = snapDelta(minutes, step);
      const least = Math.min(step, was.finish - was.start);
      return end === "start"
        ? { ...was, start: Math.min(was.start + shift, was.finish - least) }
        : { ...was, finish: Math.max(was.finish + shift, was.start + least) };
    },
  };
}
