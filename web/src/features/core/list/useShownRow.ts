import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Line, Rows } from "./useRows";

/** Farther down than this the list is not read to find one row. */
const MOST_READ = 1_000;

/**
 * The line of the row that the address names (`?row=`), by its id or key: the list is read on until it is there, then
 * `show` is told once. `missing` names it where it is not among so many.
 */
export function useShownRow(rows: Rows, show: (line: number) => void) {
  const { row } = useSearch({ strict: false });
  const [shown, setShown] = useState<string>();
  const { lines, items, isPending, total = 0, readOn } = rows;
  const at = row === undefined ? -1 : lines.findIndex((line) => isOf(line, row));
  const isWhole = items.length >= Math.min(total, MOST_READ);
  useEffect(() => {
    if (row === undefined || row === shown || isPending) return;
    if (at >= 0) {
      setShown(row);
      show(at);
    } else if (!isWhole) readOn();
  }, [row, shown, at, isPending, isWhole, readOn, show]);
  return {
    id: at < 0 ? undefined : lines[at]?.id,
    missing: row !== undefined && at < 0 && !isPending && isWhole ? row : undefined,
  };
}

function isOf(line: Line, row: string): boolean {
  return line.type === "row" && (line.item.id === row || (line.item.key === row && row !== ""));
}
