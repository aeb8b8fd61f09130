import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

interface Shape {
  /** Up to as many rows all are drawn, so that the browser's own search finds every word. */
  allOf: number;
  /** Of one row, in pixels. */
  height: number;
  /** So many are drawn beyond either edge of the frame. */
  beyond: number;
}

const TABLE: Shape = { allOf: 1_000, height: 32, beyond: 20 };

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
export function useDrawnRows(
  count: number,
  frame: RefObject<HTMLElement | null>,
  { allOf, height, beyond }: Shape = TABLE,
): DrawnRows {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: beyond,
    initialRect: { width: 0, height: 800 },
    enabled: count > allOf,
  });
  const reveal = useCallback(
    (index: number) => {
      if (count > allOf) virtual.scrollToIndex(index, { align: "center" });
      else
        frame.current
          ?.querySelector(`[aria-rowindex="${index + 2}"]`)
          ?.scrollIntoView({ block: "center" });
    },
    [count, allOf, virtual, frame],
  );
  if (count <= allOf) return { first: 0, end: count, above: 0, below: 0, reveal };
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
