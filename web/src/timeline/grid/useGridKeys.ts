import { type KeyboardEvent, useRef } from "react";
import type { RowsCommand } from "../ganttProps";
import type { Outline } from "../geometry/outline";
import type { ColumnId } from "../types";
import type { Column } from "./columns";
import { type GridDeed, gridDeed } from "./gridKeys";
import type { Cursor } from "./gridState";

export interface GridHands {
  outline: Outline;
  columns: readonly Column[];
  readOnly: boolean;
  pageRows: number;
  put: (cursor: Cursor) => void;
  edit: (id: string, column: ColumnId, draft: string | null) => void;
  fold: (id: string, collapsed: boolean) => void;
  add: (id: string | null) => void;
  /** Mark from where marking began to there. */
  stretch: (cursor: Cursor) => void;
  markAll: () => void;
  fill: () => void;
  command: (command: RowsCommand) => void;
  indent: () => void;
  outdent: () => void;
  reorder: (direction: "up" | "down") => void;
  remove: () => void;
  open: (id: string) => void;
}

/** Keys of the outline → what they do. After Escape, one Tab leaves the grid. */
export function useGridKeys(hands: GridHands, cursor: Cursor | null) {
  const leaving = useRef(false);
  return (event: KeyboardEvent) => {
    const deed = gridDeed(event, hands.readOnly);
    const wasLeaving = leaving.current;
    leaving.current = deed?.do === "leave";
    if (!deed || deed.do === "leave") return;
    if (wasLeaving && event.key === "Tab") return;
    event.preventDefault();
    act(deed, cursor, hands);
  };
}

function act(deed: GridDeed, cursor: Cursor | null, hands: GridHands): unknown {
  if (deed.do === "move") return go(hands.put, deed.rows, deed.columns, cursor, hands);
  if (deed.do === "stretch") return go(hands.stretch, deed.rows, 0, cursor, hands);
  if (deed.do === "page") return go(hands.put, deed.pages * hands.pageRows, 0, cursor, hands);
  if (deed.do === "edge") return go(hands.put, deed.end === "first" ? -1e9 : 1e9, 0, cursor, hands);
  if (deed.do === "all") return hands.markAll();
  if (deed.do === "add") return hands.add(cursor?.id ?? null);
  return cursor ? actOnRow(deed, cursor, hands) : undefined;
}

function actOnRow(deed: GridDeed, { id, column }: Cursor, hands: GridHands): unknown {
  switch (deed.do) {
    case "edit":
      return hands.edit(id, column, deed.draft);
    case "clear":
      return hands.edit(id, column, "");
    case "indent":
      return hands.indent();
    case "outdent":
      return hands.outdent();
    case "reorder":
      return hands.reorder(deed.direction);
    case "remove":
      return hands.remove();
    case "fill":
      return hands.fill();
    case "command":
      return hands.command(deed.command);
    case "open":
      return hands.open(id);
    case "fold":
      return hands.fold(id, true);
    case "unfold":
      return hands.fold(id, false);
    default:
      return undefined;
  }
}

const between = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

type Going = (cursor: Cursor) => void;

function go(
  there: Going,
  rows: number,
  columns: number,
  cursor: Cursor | null,
  hands: GridHands,
): void {
  const { visible, placeOf } = hands.outline;
  if (visible.length === 0) return;
  const place = cursor ? (placeOf.get(cursor.id) ?? 0) + rows : 0;
  const at = hands.columns.findIndex((one) => one.id === (cursor?.column ?? "title"));
  const line = visible[between(place, visible.length)];
  const column = hands.columns[between(at + columns, hands.columns.length)];
  if (line && column) there({ id: line.row.id, column: column.id });
}
