import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Layout, Spot } from "./layout";

export interface View {
  x: number;
  y: number;
  zoom: number;
}

const LEAST = 0.2;
const MOST = 1.6;
/** Smaller than this nobody reads a card: a large tree then starts at its beginning instead of whole. */
const READABLE = 0.85;
const MARGIN = 24;
/** Beyond the edge of the frame, so that a card is there before it is seen. */
const EAGER = 200;

/** How the drawing is looked at: dragged, wheeled, zoomed about a point, fitted. */
export function useViewport(width: number, height: number) {
  const [view, setView] = useState<View>({ x: MARGIN, y: MARGIN, zoom: 1 });
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);

  const zoomAbout = useCallback((x: number, y: number, factor: number) => {
    setView((before) => {
      const zoom = Math.min(MOST, Math.max(LEAST, before.zoom * factor));
      const ratio = zoom / before.zoom;
      return { x: x - (x - before.x) * ratio, y: y - (y - before.y) * ratio, zoom };
    });
  }, []);

  const reveal = useCallback(
    (spot: Spot, cardWidth: number) =>
      setView((before) => revealed(before, spot, cardWidth, width, height)),
    [width, height],
  );

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const box = element.getBoundingClientRect();
        zoomAbout(event.clientX - box.left, event.clientY - box.top, Math.exp(-event.deltaY / 300));
      } else {
        setView((before) => ({
          ...before,
          x: before.x - event.deltaX,
          y: before.y - event.deltaY,
        }));
      }
    };
    // Not by React, which listens passively: the page would scroll along.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [zoomAbout]);

  return {
    view,
    frame,
    zoomBy: (factor: number) => zoomAbout(width / 2, height / 2, factor),
    fit: (layout: Layout) => setView(fitted(layout, width, height)),
    begin: (layout: Layout) => setView(fitted(layout, width, height, READABLE)),
    /** Moves no further than needed for the card to be seen whole. */
    reveal,
    isSeen: (spot: Spot, cardWidth: number) => {
      const left = spot.x * view.zoom + view.x;
      const top = spot.y * view.zoom + view.y;
      return (
        left < width + EAGER &&
        top < height + EAGER &&
        left + cardWidth * view.zoom > -EAGER &&
        top + spot.height * view.zoom > -EAGER
      );
    },
    pan: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || event.target !== event.currentTarget) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX - view.x, y: event.clientY - view.y };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = held.current;
        if (!from) return;
        const [x, y] = [event.clientX - from.x, event.clientY - from.y];
        setView((before) => ({ ...before, x, y }));
      },
      onPointerUp: () => {
        held.current = null;
      },
      onPointerCancel: () => {
        held.current = null;
      },
    },
  };
}

/** All of it where it can be read like that, else its beginning at a size that can. */
export function fitted(layout: Layout, width: number, height: number, least = LEAST): View {
  const across = (width - 2 * MARGIN) / Math.max(1, layout.width);
  const down = (height - 2 * MARGIN) / Math.max(1, layout.height);
  const zoom = Math.min(1, Math.max(least, Math.min(across, down)));
  return {
    x: Math.max(MARGIN, (width - layout.width * zoom) / 2),
    y: Math.max(MARGIN, (height - layout.height * zoom) / 2),
    zoom,
  };
}

export function revealed(
  view: View,
  spot: Spot,
  cardWidth: number,
  width: number,
  height: number,
): View {
  const left = spot.x * view.zoom + view.x;
  const top = spot.y * view.zoom + view.y;
  return {
    ...view,
    x: view.x + into(left, cardWidth * view.zoom, width),
    y: view.y + into(top, spot.height * view.zoom, height),
  };
}

/** How far something must move to lie within the frame. */
function into(start: number, size: number, frame: number): number {
  if (start < MARGIN) return MARGIN - start;
  return Math.min(0, frame - MARGIN - (start + size));
}
