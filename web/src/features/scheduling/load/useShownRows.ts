import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

/** Up to as many rows all are drawn, so that the browser's own search finds every name. */
const ALL_OF = 60;
const ROW_HEIGHT = 45;

/** Which rows of a long map are drawn, and how high those above and below them would be. */
export function useShownRows(count: number, frame: RefObject<HTMLElement | null>) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    initialRect: { width: 0, height: 700 },
    enabled: count > ALL_OF,
  });
  if (count <= ALL_OF) return { first: 0, end: count, above: 0, below: 0 };
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  return {
    first: items[0]?.index ?? 0,
    end: last ? last.index + 1 : 0,
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (last?.end ?? 0),
  };
}
