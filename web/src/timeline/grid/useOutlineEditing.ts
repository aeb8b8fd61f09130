import { type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import { ROW_HEIGHT } from "../geometry/bars";
import { scrollTo } from "../geometry/outline";
import type { ColumnId, TimelineRow } from "../types";
import type { After } from "./CellInput";
import { readCell } from "./cells";
import { isEditable } from "./columns";
import type { Cursor, Editing, GridDeeds, Pointing } from "./gridState";
import type { OutlineGridProps } from "./OutlineGrid";
import type { GridHands } from "./useGridKeys";
import { useHeldText } from "./useHeldText";
import { useMarks } from "./useMarks";

/** Where the cursor is, what is edited, and everything cells and keys can do. */
export function useOutlineEditing(
  props: OutlineGridProps,
  grid: RefObject<HTMLElement | null>,
  drag: GridDeeds["drag"],
) {
  const { outline, columns, context, store, selectedId, readOnly, events } = props;
  const [column, setColumn] = useState<ColumnId>("title");
  const [editing, setEditing] = useState<Editing | null>(null);
  const { held, hold } = useHeldText(props.rows);
  const expected = useRef<Set<string> | null>(null);
  const marks = useMarks(outline, selectedId, events.onMark);
  const known = selectedId !== null && outline.byId.has(selectedId);
  const cursor: Cursor | null = known ? { id: selectedId, column } : null;

  const put = (next: Cursor) => {
    marks.only(next.id);
    show(next);
  };
  const show = (next: Cursor) => {
    setColumn(next.column);
    props.onSelect(next.id);
    const place = outline.placeOf.get(next.id);
    if (place !== undefined) props.onScrollTo(scrollTo(place, store.get(), ROW_HEIGHT));
  };
  const edit = (id: string, of: ColumnId, draft: string | null) => {
    const row = outline.byId.get(id);
    if (readOnly || !row) return events.onOpen?.(id);
    const where = columns.find((one) => one.id === of);
    if (!where || !isEditable(row, where)) return;
    put({ id, column: of });
    setEditing({ id, column: of, draft });
  };
  const add = (id: string | null) => {
    const after = id === null ? null : (outline.byId.get(id) ?? null);
    const last = props.rows[props.rows.length - 1]?.id ?? null;
    expected.current = new Set(outline.byId.keys());
    events.onAdd?.(after?.id ?? last, after?.parentId ?? null);
  };
  const finish = (after: After) => {
    setEditing(null);
    grid.current?.focus({ preventScroll: true });
    if (after !== "stay" && cursor) put(nextCell(cursor, after, props));
  };
  const commit = (id: string, of: ColumnId, text: string | null, after: After): string | null => {
    const row = outline.byId.get(id);
    const reading = row && text !== null ? readCell(row, of, text, context) : null;
    if (reading && "fault" in reading) return reading.fault;
    if (row && text !== null && reading && changes(row, of, reading.edit.value)) {
      hold(id, of, text, events.onEdit?.(id, reading.edit));
    }
    finish(after);
    return null;
  };
  const point = (next: Cursor, how: Pointing) => {
    if (how === "only") return put(next);
    if (how === "range") marks.stretch(next.id);
    else marks.toggle(next.id);
    show(next);
  };
  const deeds = useStableDeeds(
    {
      point: (id, of, how) => point({ id, column: of }, how),
      drag,
      edit,
      commit,
      cancel: () => finish("stay"),
      fold: props.onFold,
      open: (id) => events.onOpen?.(id),
    },
    events.onOpen !== undefined,
  );
  useEditWhatWasAdded(props.rows, expected, (id) => edit(id, "title", null));
  const hands: GridHands = {
    outline,
    columns,
    readOnly,
    pageRows: Math.max(1, Math.floor(store.get().height / ROW_HEIGHT) - 1),
    put,
    edit,
    add,
    fold: props.onFold,
    stretch: (next) => point(next, "range"),
    markAll: marks.all,
    fill: () => void events.onFill?.(marks.ids, column),
    command: (command) => events.onCommand?.(command, marks.ids),
    indent: () => void events.onIndent?.(marks.ids),
    outdent: () => void events.onOutdent?.(marks.ids),
    reorder: (direction) => void events.onReorder?.(marks.ids, direction),
    remove: () => void events.onRemove?.(marks.ids),
    open: (id) => events.onOpen?.(id),
  };
  return { column, cursor, editing, held, deeds, hands, add, marks };
}

function nextCell(cursor: Cursor, after: After, props: OutlineGridProps): Cursor {
  const { outline, columns } = props;
  const place = outline.placeOf.get(cursor.id) ?? 0;
  const line = outline.visible[after === "down" ? place + 1 : place];
  const at = columns.findIndex((one) => one.id === cursor.column);
  const next = columns[at + (after === "right" ? 1 : after === "left" ? -1 : 0)];
  return { id: line?.row.id ?? cursor.id, column: next?.id ?? cursor.column };
}

type Own = Omit<GridDeeds, "domId" | "canOpen">;

/** The same functions for as long as the grid lives, so that rows are not drawn again for them. */
function useStableDeeds(own: Own, canOpen: boolean): GridDeeds {
  const domId = useId();
  const live = useRef(own);
  live.current = own;
  return useMemo(
    () => ({
      domId,
      canOpen,
      point: (id, of, how) => live.current.point(id, of, how),
      drag: (id, event) => live.current.drag(id, event),
      edit: (id, of, draft) => live.current.edit(id, of, draft),
      commit: (id, of, text, after) => live.current.commit(id, of, text, after),
      cancel: () => live.current.cancel(),
      fold: (id, collapsed) => live.current.fold(id, collapsed),
      open: (id) => live.current.open(id),
    }),
    [domId, canOpen],
  );
}

/** Whether what was written differs from what the row says. */
function changes(row: TimelineRow, column: ColumnId, value: unknown): boolean {
  if (column === "title") return value !== row.title && value !== "";
  if (column === "type") return true;
  if (column === "own") return value !== row.ownMinutes;
  if (column === "duration") return value !== row.durationMinutes;
  if (column === "percent") return value !== row.percentComplete;
  if (column === "start" || column === "finish") return value !== row[column];
  return true;
}

/** A row that appears after one was asked for is chosen, and its title edited. */
function useEditWhatWasAdded(
  rows: readonly TimelineRow[],
  expected: { current: Set<string> | null },
  edit: (id: string) => void,
) {
  const begin = useRef(edit);
  begin.current = edit;
  useEffect(() => {
    const known = expected.current;
    const added = known && rows.find((row) => !known.has(row.id));
    if (!added) return;
    expected.current = null;
    begin.current(added.id);
  }, [rows, expected]);
}
