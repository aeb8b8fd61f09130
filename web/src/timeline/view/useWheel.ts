import { type RefObject, useEffect } from "react";
import { pan, zoomTo } from "../geometry/scale";
import { wheelDeed } from "../gestures/wheel";
import type { ViewStore } from "./viewStore";

/** Zoom and pan by wheel. Vertical scrolling is left to the scroller around. */
export function useWheel(
  canvas: RefObject<HTMLElement | null>,
  store: ViewStore,
  key: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` changes when the canvas is another one.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const deed = wheelDeed(event);
      if (deed.do === "scroll") return;
      event.preventDefault();
      const { scale } = store.get();
      const x = event.clientX - element.getBoundingClientRect().left;
      store.set({
        scale:
          deed.do === "pan"
            ? pan(scale, deed.pixels)
            : zoomTo(scale, scale.perDay * deed.factor, x),
      });
    };
    // React listens passively to the wheel, which forbids preventDefault.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [canvas, store, key]);
}
