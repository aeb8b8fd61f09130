import { type RefObject, useEffect, useRef } from "react";
import { oncePerFrame, type Pen, penFor } from "../drawing/canvas";
import { forgetWidths } from "../drawing/text";
import { HEADER_HEIGHT } from "../geometry/bars";
import type { ViewStore } from "./viewStore";

export interface Layer {
  canvas: RefObject<HTMLCanvasElement | null>;
  draw: (pen: Pen) => void;
}

/** Paints the layers after every render and every change of the view, once per frame at most. */
export function usePainter(store: ViewStore, layers: readonly Layer[]): () => void {
  const latest = useRef(layers);
  latest.current = layers;
  const painter = useRef<ReturnType<typeof oncePerFrame> | null>(null);
  painter.current ??= oncePerFrame(() => {
    const { width, height } = store.get();
    if (width === 0 || height === 0) return;
    for (const { canvas, draw } of latest.current) {
      const pen = canvas.current && penFor(canvas.current, width, HEADER_HEIGHT + height);
      if (pen) draw(pen);
    }
  });
  const { ask } = painter.current;
  useEffect(ask);
  useEffect(() => {
    const repaint = () => {
      forgetWidths();
      ask();
    };
    document.fonts?.ready.then(repaint);
    const stop = store.subscribe(ask);
    return () => {
      stop();
      painter.current?.stop();
    };
  }, [store, ask]);
  return ask;
}
