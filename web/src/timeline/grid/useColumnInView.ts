import { type RefObject, useEffect } from "react";
import type { ColumnId } from "../types";
import type { Column } from "./columns";

/** Scrolls sideways, as far as it needs, to the column where the cursor is. */
export function useColumnInView(
  grid: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  column: ColumnId | null,
): void {
  useEffect(() => {
    const frame = grid.current;
    const at = columns.findIndex(({ id }) => id === column);
    if (!frame || at < 0) return;
    const start = columns.slice(0, at).reduce((sum, { width }) => sum + width, 0);
    const end = start + (columns[at]?.width ?? 0);
    if (start < frame.scrollLeft) frame.scrollLeft = start;
    else if (end > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = end - frame.clientWidth;
  }, [grid, columns, column]);
}
