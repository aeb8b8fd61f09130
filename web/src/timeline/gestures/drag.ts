import type { Part } from "../geometry/hit";
import type { LinkKind, Minute, Span } from "../types";

/** A pointer, in pixels of the canvas, and the time under it. */
export interface Touch {
  x: number;
  y: number;
  at: Minute;
}

/** What was pressed. */
export interface Grip {
  id: string;
  part: Part;
  span: Span | null;
  percent: number;
  /** False: it can be pressed and opened, but not changed. */
  editable: boolean;
}

export type Gesture =
  | { kind: "idle" }
  | { kind: "press"; from: Touch; grip: Grip | null }
  | { kind: "pan"; from: Touch; last: Touch; now: Touch }
  | { kind: "move"; id: string; from: Touch; was: Span; span: Span; touch: Touch }
  | { kind: "resize"; id: string; end: "start" | "finish"; from: Touch; was: Span; span: Span }
  | { kind: "progress"; id: string; span: Span; percent: number }
  | { kind: "link"; id: string; end: "start" | "finish"; touch: Touch; target: LinkTarget | null };

export interface LinkTarget {
  id: string;
  end: "start" | "finish";
}

export type DragEvent =
  | { type: "down"; touch: Touch; grip: Grip | null }
  | { type: "move"; touch: Touch; target: LinkTarget | null }
  | { type: "cancel" };

/** How far spans may go; the Gantt and the roadmap each have their own. */
export interface DragRules {
  move: (id: string, was: Span, minutes: number) => Span;
  resize: (id: string, was: Span, end: "start" | "finish", minutes: number) => Span;
}

export const IDLE: Gesture = { kind: "idle" };

/** Below this a press is a click, not a drag. */
const SLOP = 4;

export function step(gesture: Gesture, event: DragEvent, rules: DragRules): Gesture {
  if (event.type === "cancel") return IDLE;
  if (event.type === "down") return { kind: "press", from: event.touch, grip: event.grip };
  const { touch, target } = event;
  switch (gesture.kind) {
    case "idle":
      return gesture;
    case "press":
      return far(gesture.from, touch)
        ? step(begun(gesture.from, gesture.grip), event, rules)
        : gesture;
    case "pan":
      return { ...gesture, last: gesture.now, now: touch };
    case "move": {
      const span = rules.move(gesture.id, gesture.was, touch.at - gesture.from.at);
      return { ...gesture, span, touch };
    }
    case "resize": {
      const minutes = touch.at - gesture.from.at;
      return { ...gesture, span: rules.resize(gesture.id, gesture.was, gesture.end, minutes) };
    }
    case "progress":
      return { ...gesture, percent: percentAt(gesture.span, touch.at) };
    case "link":
      return { ...gesture, touch, target: target?.id === gesture.id ? null : target };
  }
}

const far = (from: Touch, to: Touch): boolean => Math.hypot(to.x - from.x, to.y - from.y) > SLOP;

/** The gesture that a press becomes once the pointer has left its place. */
function begun(from: Touch, grip: Grip | null): Gesture {
  const pan: Gesture = { kind: "pan", from, last: from, now: from };
  if (!grip?.span || !grip.editable) return pan;
  const { id, part, span } = grip;
  switch (part) {
    case "bar":
      return { kind: "move", id, from, was: span, span, touch: from };
    case "start":
    case "finish":
      return { kind: "resize", id, end: part, from, was: span, span };
    case "progress":
      return { kind: "progress", id, span, percent: grip.percent };
    case "link-start":
    case "link-finish":
      return {
        kind: "link",
        id,
        end: part === "link-start" ? "start" : "finish",
        touch: from,
        target: null,
      };
    case "row":
      return pan;
  }
}

/** Whole fives, so that a drag gives figures people would say. */
function percentAt(span: Span, at: Minute): number {
  const share = (at - span.start) / Math.max(1, span.finish - span.start);
  return Math.min(100, Math.max(0, Math.round(share * 20) * 5));
}

export type Outcome =
  | { kind: "click"; id: string | null }
  | { kind: "moved"; id: string; span: Span; touch: Touch }
  | { kind: "resized"; id: string; span: Span; end: "start" | "finish" }
  | { kind: "progressed"; id: string; percent: number }
  | { kind: "linked"; before: string; after: string; link: LinkKind };

/** What letting go now means. */
export function outcomeOf(gesture: Gesture): Outcome | null {
  switch (gesture.kind) {
    case "press":
      return { kind: "click", id: gesture.grip?.id ?? null };
    case "move":
      return { kind: "moved", id: gesture.id, span: gesture.span, touch: gesture.touch };
    case "resize":
      return same(gesture.was, gesture.span)
        ? null
        : { kind: "resized", id: gesture.id, span: gesture.span, end: gesture.end };
    case "progress":
      return { kind: "progressed", id: gesture.id, percent: gesture.percent };
    case "link":
      return gesture.target ? linked(gesture.id, gesture.end, gesture.target) : null;
    default:
      return null;
  }
}

export const same = (a: Span, b: Span): boolean => a.start === b.start && a.finish === b.finish;

function linked(before: string, end: "start" | "finish", target: LinkTarget): Outcome {
  const letter = (which: "start" | "finish") => (which === "start" ? "S" : "F");
  const link = `${letter(end)}${letter(target.end)}` as LinkKind;
  return { kind: "linked", before, after: target.id, link };
}

/** The span to draw for a row while it is dragged. */
export function previewOf(gesture: Gesture, id: string): Span | null {
  const shown = (gesture.kind === "move" || gesture.kind === "resize") && gesture.id === id;
  return shown ? gesture.span : null;
}
