// biome-ignore-all lint/a11y/useSemanticElements: drawn rows are not a real table; TimelineTable is.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { GanttEvents } from "../ganttProps";
import { ROW_HEIGHT } from "../geometry/bars";
import { type Outline, scrollTo, windowOf } from "../geometry/outline";
import type { ColumnId, TimelineRow } from "../types";
import { useView } from "../view/useView";
import type { ViewStore } from "../view/viewStore";
import { say } from "../words";
import type { After } from "./CellInput";
import { type CellContext, readCell } from "./cells";
import { type Column, isEditable } from "./columns";
import { GridRow, rowDomId } from "./GridRow";
import type { Cursor, Editing, GridDeeds } from "./gridState";
import styles from "./OutlineGrid.module.css";
import { useGridKeys } from "./useGridKeys";
import { useHeldText } from "./useHeldText";

interface Props {
  rows: readonly TimelineRow[];
  outline: Outline;
  columns: readonly Column[];
  context: CellContext;
  store: ViewStore;
  label: string;
  width: number;
  selectedId: string | null;
  moved: ReadonlyMap<string, unknown>;
  readOnly: boolean;
  events: GanttEvents;
  onSelect: (id: string | null) => void;
  onFold: (id: string, collapsed: boolean) => void;
  onScrollTo: (scrollTop: number) => void;
}

/** The outline: a tree edited like a spreadsheet. Only the rows in view are there. */
export function OutlineGrid(props: Props) {
  const { outline, columns, context, store, selectedId, moved, readOnly, events } = props;
  const domId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState<ColumnId>("title");
  const [editing, setEditing] = useState<Editing | null>(null);
  const { held, hold } = useHeldText(props.rows);
  const expected = useRef<Set<string> | null>(null);
  const cursor: Cursor | null =
    selectedId !== null && outline.byId.has(selectedId) ? { id: selectedId, column } : null;

  const put = (next: Cursor) => {
    setColumn(next.column);
    props.onSelect(next.id);
    reveal(next.id);
  };
  const reveal = (id: string) => {
    const place = outline.placeOf.get(id);
    const view = store.get();
    if (place !== undefined) props.onScrollTo(scrollTo(place, view, ROW_HEIGHT));
  };
  const edit = (id: string, of: ColumnId, draft: string | null) => {
    const row = outline.byId.get(id);
    if (readOnly || !row) return events.onOpen?.(id);
    if (!isEditable(row, of)) return;
    put({ id, column: of });
    setEditing({ id, column: of, draft });
  };
  const add = (id: string | null) => {
    const row = id === null ? null : (outline.byId.get(id) ?? null);
    expected.current = new Set(outline.byId.keys());
    events.onAdd?.(row?.id ?? props.rows[props.rows.length - 1]?.id ?? null, row?.parentId ?? null);
  };
  const hands = {
    outline,
    columns,
    readOnly,
    pageRows: Math.max(1, Math.floor(store.get().height / ROW_HEIGHT) - 1),
    put,
    edit,
    add,
    fold: props.onFold,
    indent: (id: string) => void events.onIndent?.(id),
    outdent: (id: string) => void events.onOutdent?.(id),
    reorder: (id: string, direction: "up" | "down") => void events.onReorder?.(id, direction),
    remove: (id: string) => void events.onRemove?.(id),
    open: (id: string) => void events.onOpen?.(id),
  };
  const onKeyDown = useGridKeys(hands, cursor);

  const finish = (after: After) => {
    setEditing(null);
    grid.current?.focus({ preventScroll: true });
    if (after === "stay" || !cursor) return;
    const at = columns.findIndex((one) => one.id === cursor.column);
    const place = outline.placeOf.get(cursor.id) ?? 0;
    const line = outline.visible[after === "down" ? place + 1 : place];
    const next = columns[at + (after === "right" ? 1 : after === "left" ? -1 : 0)];
    put({ id: line?.row.id ?? cursor.id, column: next?.id ?? cursor.column });
  };
  const commit = (id: string, of: ColumnId, text: string | null, after: After): string | null => {
    const row = outline.byId.get(id);
    if (!row || text === null) {
      finish(after);
      return null;
    }
    const reading = readCell(row, of, text, context);
    if ("fault" in reading) return reading.fault;
    if (changes(row, of, text, reading.edit.value)) {
      hold(id, of, text, events.onEdit?.(id, reading.edit));
    }
    finish(after);
    return null;
  };
  const live = useRef({ put, edit, commit, finish, fold: props.onFold, open: hands.open });
  live.current = { put, edit, commit, finish, fold: props.onFold, open: hands.open };
  const canOpen = events.onOpen !== undefined;
  const deeds: GridDeeds = useMemo(
    () => ({
      domId,
      canOpen,
      point: (id, of) => live.current.put({ id, column: of }),
      edit: (id, of, draft) => live.current.edit(id, of, draft),
      commit: (id, of, text, after) => live.current.commit(id, of, text, after),
      cancel: () => live.current.finish("stay"),
      fold: (id, collapsed) => live.current.fold(id, collapsed),
      open: (id) => live.current.open(id),
    }),
    [domId, canOpen],
  );
  useEditWhatWasAdded(props.rows, expected, (id) => live.current.edit(id, "title", null));
  useFollowScroll(store, sheet);

  const lines = useVisibleLines(store, outline, editing?.id ?? null);
  const total = columns.reduce((sum, one) => sum + one.width, 0);
  return (
    <div
      ref={grid}
      role="treegrid"
      aria-label={say(context.words.outline, { label: props.label })}
      aria-description={readOnly ? undefined : context.words.keys}
      aria-rowcount={outline.visible.length + 1}
      aria-colcount={columns.length}
      aria-readonly={readOnly}
      aria-activedescendant={cursor ? rowDomId(domId, cursor.id, cursor.column) : undefined}
      tabIndex={0}
      className={styles.grid}
      style={{ width: props.width }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner} style={{ width: Math.max(total, props.width) }}>
        <div role="row" tabIndex={-1} className={styles.header} aria-rowindex={1}>
          {columns.map((one) => (
            <div
              key={one.id}
              role="columnheader"
              tabIndex={-1}
              className={styles.heading}
              data-numeric={one.numeric || undefined}
              style={{ width: one.width, flexGrow: one.id === "title" ? 1 : 0 }}
            >
              {context.words[one.word]}
            </div>
          ))}
        </div>
        <div className={styles.rows} role="presentation">
          <div ref={sheet} className={styles.sheet} role="presentation">
            {lines.map(({ key, index, line }) => (
              <GridRow
                key={key}
                line={line}
                index={index}
                columns={columns}
                context={context}
                deeds={deeds}
                chosen={line.row.id === selectedId}
                moved={moved.has(line.row.id)}
                cursor={line.row.id === selectedId ? column : null}
                editing={editing?.id === line.row.id ? editing : null}
                held={held.get(line.row.id)}
              />
            ))}
            {!readOnly && events.onAdd && (
              <button
                type="button"
                className={styles.add}
                style={{ transform: `translateY(${outline.visible.length * ROW_HEIGHT}px)` }}
                onClick={() => add(null)}
              >
                + {context.words.addRow}
              </button>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Whether what was written differs from what the row says. */
function changes(row: TimelineRow, column: ColumnId, text: string, value: unknown): boolean {
  if (column === "title") return value !== row.title && text.trim() !== "";
  if (column === "duration") return value !== row.durationMinutes;
  if (column === "percent") return value !== row.percentComplete;
  if (column === "start" || column === "finish") return value !== row[column];
  return true;
}

/** Rows in view by slots, so that scrolling changes their words instead of making them anew. */
function useVisibleLines(store: ViewStore, outline: Outline, editedId: string | null) {
  const count = outline.visible.length;
  const shown = useView(store, (view) => {
    const { first, end } = windowOf(view, count, ROW_HEIGHT, 1);
    return `${first} ${end}`;
  });
  const slots = useView(store, (view) => Math.ceil(view.height / ROW_HEIGHT) + 4);
  const [first = 0, end = 0] = shown.split(" ").map(Number);
  const lines = outline.visible.slice(first, end).map((line, i) => {
    const index = first + i;
    const edited = line.row.id === editedId;
    return { key: edited ? `edit ${editedId}` : `${index % slots}`, index, line };
  });
  const place = editedId === null ? undefined : outline.placeOf.get(editedId);
  const away = place === undefined || (place >= first && place < end);
  const line = away ? undefined : outline.visible[place];
  // A cell scrolled away while it is edited keeps what was typed.
  return line && place !== undefined
    ? [...lines, { key: `edit ${editedId}`, index: place, line }]
    : lines;
}

function useFollowScroll(store: ViewStore, sheet: { current: HTMLDivElement | null }) {
  useLayoutEffect(() => {
    const follow = () => {
      const { scrollTop } = store.get();
      if (sheet.current) sheet.current.style.transform = `translateY(${-scrollTop}px)`;
    };
    follow();
    return store.subscribe(follow);
  }, [store, sheet]);
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
