import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

/** Up to as many rows all are drawn, so that the browser's own search finds every word. */
const ALL_OF = 1_000;
const ROW_HEIGHT = 32;

export interface DrawnRows {
  /** The rows from `first` to before `end` are drawn; `above` and `below` is how high the others would be, in pixels. */
  first: number;
  end: number;
  above: number;
  below: number;
  /** Scrolls to a row. */
  reveal: (index: number) => void;
}

/** Which rows of a table are drawn in a frame that scrolls. */
export function useDrawnRows(count: number, frame: RefObject<HTMLElement | null>): DrawnRows {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    initialRect: { width: 0, height: 800 },
    enabled: count > ALL_OF,
  });
  const reveal = useCallback(
    (index: number) => {
      if (count > ALL_OF) virtual.scrollToIndex(index, { align: "center" });
      else
        frame.current
          ?.querySelector(`[aria-rowindex="${index + 2}"]`)
          ?.scrollIntoView({ block: "center" });
    },
    [count, virtual, frame],
  );
  if (count <= ALL_OF) return { first: 0, end: count, above: 0, below: 0, reveal };
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  return {
    first: items[0]?.index ?? 0,
    end: last ? last.index + 1 : 0,
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (last?.end ?? 0),
    reveal,
  };
}
