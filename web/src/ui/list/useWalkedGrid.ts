import { type KeyboardEvent, useRef, useState } from "react";
import { type Place, walked } from "./gridKeys";

/** A table whose cells are walked with the arrows: one of them is in the tab order, the others follow. */
export function useWalkedGrid(lines: number, columns: number) {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ line: 0, column: 0 });
  // The table may have become smaller since.
  const active = {
    line: Math.max(0, Math.min(at.line, lines - 1)),
    column: Math.max(0, Math.min(at.column, columns - 1)),
  };
  const focus = (place: Place) => {
    setAt(place);
    grid.current
      ?.querySelector<HTMLElement>(`[data-line="${place.line}"][data-column="${place.column}"]`)
      ?.focus();
  };
  const step = (key: string) => {
    const to = walked(key, active, { lines, columns, page: lines });
    if (to) focus(to);
    return to !== undefined;
  };
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step(event.key)) event.preventDefault();
  };
  const cell = (line: number, column: number) => ({
    "data-line": line,
    "data-column": column,
    tabIndex: line === active.line && column === active.column ? 0 : -1,
    onFocus: () => setAt({ line, column }),
  });
  return { grid, active, focus, step, walk, cell };
}
