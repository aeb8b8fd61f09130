import { type PointerEvent, useEffect, useRef, useState } from "react";
import { minuteAt, pan, zoomTo } from "../geometry/scale";
import {
  type DragRules,
  type Gesture,
  type Grip,
  IDLE,
  type LinkTarget,
  type Outcome,
  outcomeOf,
  step,
  type Touch,
} from "../gestures/drag";
import type { ViewStore } from "./viewStore";

interface DragWorld {
  store: ViewStore;
  gripAt: (touch: Touch) => Grip | null;
  targetAt: (touch: Touch) => LinkTarget | null;
  rules: () => DragRules;
  onOutcome: (outcome: Outcome) => void;
  /** Told of every step of a gesture, and of its being called off. */
  onStep?: (gesture: Gesture) => void;
  /** Asked for a frame: the gesture has changed. */
  repaint: () => void;
  onHover: (grip: Grip | null, touch: Touch | null) => void;
  /** By touch only a chosen row is dragged; everything else pans. */
  selectedId: string | null;
  scrollBy: (pixels: number) => void;
}

/** Pointer events of a canvas → gestures → outcomes. */
export function useDrag(world: DragWorld) {
  const latest = useRef(world);
  latest.current = world;
  const gesture = useRef<Gesture>(IDLE);
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const [active, setActive] = useState(false);

  const put = (next: Gesture) => {
    gesture.current = next;
    setActive(next.kind !== "idle" && next.kind !== "press");
    latest.current.repaint();
  };
  const touchOf = (event: PointerEvent<HTMLElement>): Touch => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left;
    return { x, y: event.clientY - box.top, at: minuteAt(latest.current.store.get().scale, x) };
  };
  const rules = (): DragRules => latest.current.rules();
  const cancel = () => {
    put(IDLE);
    latest.current.onStep?.(IDLE);
  };
  useCancelOnEscape(active, cancel);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.current.size > 1) return cancel();
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      const touch = touchOf(event);
      const grip = latest.current.gripAt(touch);
      const fixed = event.pointerType === "touch" && grip?.id !== latest.current.selectedId;
      put(
        step(
          gesture.current,
          { type: "down", touch, grip: grip && fixed ? { ...grip, editable: false } : grip },
          rules(),
        ),
      );
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (pinch(event, fingers.current, latest.current.store)) return;
      const touch = touchOf(event);
      if (gesture.current.kind === "idle") {
        return latest.current.onHover(latest.current.gripAt(touch), touch);
      }
      const target = latest.current.targetAt(touch);
      const next = step(gesture.current, { type: "move", touch, target }, rules());
      if (next.kind === "pan") panBy(next, latest.current);
      put(next);
      latest.current.onStep?.(next);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId);
      const outcome = outcomeOf(gesture.current);
      put(IDLE);
      if (outcome) latest.current.onOutcome(outcome);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId);
      cancel();
    },
    onPointerLeave: () => latest.current.onHover(null, null),
  };
  return { gesture, active, handlers, cancel };
}

function panBy(gesture: Gesture & { kind: "pan" }, { store, scrollBy }: DragWorld) {
  store.set({ scale: pan(store.get().scale, gesture.last.x - gesture.now.x) });
  scrollBy(gesture.last.y - gesture.now.y);
}

/** Two fingers zoom around their middle. True when they did. */
function pinch(
  event: PointerEvent<HTMLElement>,
  fingers: Map<number, { x: number; y: number }>,
  store: ViewStore,
): boolean {
  const known = fingers.get(event.pointerId);
  if (!known || fingers.size !== 2) return false;
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (!other) return false;
  const here = { x: event.clientX, y: event.clientY };
  const was = Math.max(20, Math.abs(known.x - other.x));
  const now = Math.max(20, Math.abs(here.x - other.x));
  fingers.set(event.pointerId, here);
  const left = event.currentTarget.getBoundingClientRect().left;
  const { scale } = store.get();
  const scaled = zoomTo(scale, (scale.perDay * now) / was, (here.x + other.x) / 2 - left);
  store.set({ scale: scaled });
  return true;
}

function useCancelOnEscape(active: boolean, cancel: () => void) {
  const latest = useRef(cancel);
  latest.current = cancel;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [active]);
}
