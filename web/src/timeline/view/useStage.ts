import { type RefObject, useEffect, useState } from "react";
import { HEADER_HEIGHT } from "../geometry/bars";
import type { ViewStore } from "./viewStore";

export const SCROLLBAR_HEIGHT = 12;

interface Stage {
  /** Scrolls vertically; its content is as high as all rows. */
  scroller: RefObject<HTMLElement | null>;
  /** Holds the canvases. */
  pane: RefObject<HTMLElement | null>;
}

/** Keeps the store's sizes and scroll position those of the page. Answers the stage's own size. */
export function useStage(store: ViewStore, { scroller, pane }: Stage, key: unknown) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` changes when other elements are shown.
  useEffect(() => {
    const outer = scroller.current;
    if (!outer) return;
    const measure = () => {
      const [width, height] = [outer.clientWidth, outer.clientHeight];
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
      store.set({
        width: pane.current?.clientWidth ?? width,
        height: Math.max(0, height - HEADER_HEIGHT - SCROLLBAR_HEIGHT),
        scrollTop: outer.scrollTop,
      });
    };
    const onScroll = () => store.set({ scrollTop: outer.scrollTop });
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    if (pane.current) observer.observe(pane.current);
    outer.addEventListener("scroll", onScroll, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      outer.removeEventListener("scroll", onScroll);
    };
  }, [store, scroller, pane, key]);
  return size;
}
