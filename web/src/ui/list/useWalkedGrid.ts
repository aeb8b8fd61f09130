import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
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
  /** The table's own handlers where Enter, Space and a click open the cell at hand. */
  const opening = (onOpen: ((line: number, column: number) => void) | undefined) => ({
    onKeyDown: (event: KeyboardEvent) => {
      if (!isCell(event.target)) return;
      if (event.key !== "Enter" && event.key !== " ") return walk(event);
      event.preventDefault();
      onOpen?.(active.line, active.column);
    },
    onClick: ({ target }: MouseEvent) => {
      const clicked = target instanceof Element && target.closest("td[data-column]");
      if (clicked instanceof HTMLElement) {
        onOpen?.(Number(clicked.dataset.line), Number(clicked.dataset.column));
      }
    },
  });
  const cell = (line: number, column: number) => ({
    "data-line": line,
    "data-column": column,
    tabIndex: line === active.line && column === active.column ? 0 : -1,
    onFocus: () => setAt({ line, column }),
  });
  return { grid, active, focus, step, walk, opening, cell };
}

/** Did it happen in a cell itself, not in something within one? */
export function isCell(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.matches("[data-column]");
}
