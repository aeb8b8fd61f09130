import { type PointerEvent, useRef } from "react";
import { pan, xOf } from "../geometry/scale";
import { DAY } from "../geometry/time";
import type { Span } from "../types";
import styles from "./TimeScrollbar.module.css";
import { useView } from "./useView";
import type { ViewStore } from "./viewStore";

interface Props {
  store: ViewStore;
  span: Span | null;
}

/** Where in all of time one is. For the mouse only; keys and the wheel pan too. */
export function TimeScrollbar({ store, span }: Props) {
  const thumb = useView(store, (view) => {
    const { from, to } = thumbOf(view, span);
    return `${from.toFixed(4)} ${to.toFixed(4)}`;
  });
  const [from = 0, to = 1] = thumb.split(" ").map(Number);
  const held = useRef<number | null>(null);
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    if (held.current === null) return;
    const view = store.get();
    const { whole } = thumbOf(view, span);
    const pixels = ((event.clientX - held.current) / view.width) * whole;
    held.current = event.clientX;
    store.set({ scale: pan(view.scale, pixels) });
  };
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    held.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onUp = () => {
    held.current = null;
  };
  return (
    <div className={styles.track} aria-hidden="true">
      <div
        className={styles.thumb}
        style={{ left: `${from * 100}%`, width: `${Math.max(2, (to - from) * 100)}%` }}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
      />
    </div>
  );
}

interface Thumb {
  /** Shares of the track. */
  from: number;
  to: number;
  /** Pixels that the whole track stands for. */
  whole: number;
}

/** The track covers all that is planned, and what is looked at if that lies outside. */
function thumbOf(view: ReturnType<ViewStore["get"]>, span: Span | null): Thumb {
  const { scale, width } = view;
  const margin = 30 * DAY;
  const left = span ? Math.min(0, xOf(scale, span.start - margin)) : 0;
  const right = span ? Math.max(width, xOf(scale, span.finish + margin)) : width;
  const whole = Math.max(1, right - left);
  return { from: -left / whole, to: (width - left) / whole, whole };
}
