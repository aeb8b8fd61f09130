import { useRef } from "react";
import type { GanttEvents } from "../ganttProps";
import { ROW_HEIGHT } from "../geometry/bars";
import type { Outline } from "../geometry/outline";
import type { TimelineRow } from "../types";
import type { ViewStore } from "../view/viewStore";
import { say } from "../words";
import { AddRow } from "./AddRow";
import type { CellContext } from "./cells";
import type { Column } from "./columns";
import { GridHeader } from "./GridHeader";
import { GridRow, rowDomId } from "./GridRow";
import { indentOf } from "./indent";
import styles from "./OutlineGrid.module.css";
import { useClipboard } from "./useClipboard";
import { useColumnInView } from "./useColumnInView";
import { useFollowScroll } from "./useFollowScroll";
import { useGridKeys } from "./useGridKeys";
import { useGridLines } from "./useGridLines";
import { useOutlineEditing } from "./useOutlineEditing";
import { useRowDrag } from "./useRowDrag";

export interface OutlineGridProps {
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
export function OutlineGrid(props: OutlineGridProps) {
  const { outline, columns, context, store, selectedId, moved, readOnly, width } = props;
  const { words } = context;
  const grid = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rowDrag = useRowDrag(props, sheet);
  const { column, cursor, editing, held, deeds, hands, add, marks } = useOutlineEditing(
    props,
    grid,
    (id, event) => rowDrag.begin(marks.has(id) ? marks.ids : [id], event),
  );
  const onKeyDown = useGridKeys(hands, cursor);
  const clipboard = useClipboard(props, cursor, marks.ids);
  useFollowScroll(store, sheet);
  useColumnInView(grid, columns, cursor?.column ?? null);
  const lines = useGridLines(store, outline, editing?.id ?? null);
  const total = columns.reduce((sum, one) => sum + one.width, 0);
  const canAdd = !readOnly && props.events.onAdd !== undefined;
  return (
    <div className={styles.frame} style={{ width }}>
      <div
        ref={grid}
        role="treegrid"
        aria-label={say(words.outline, { label: props.label })}
        aria-description={readOnly ? undefined : words.keys}
        aria-rowcount={outline.visible.length + 1}
        aria-colcount={columns.length}
        aria-readonly={readOnly}
        aria-activedescendant={cursor ? rowDomId(deeds.domId, cursor.id, cursor.column) : undefined}
        tabIndex={0}
        className={styles.grid}
        aria-multiselectable
        onKeyDown={onKeyDown}
        {...clipboard}
      >
        <div className={styles.inner} style={{ width: Math.max(total, width) }}>
          <GridHeader columns={columns} words={words} />
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
                  chosen={line.row.id === selectedId || marks.has(line.row.id)}
                  moved={moved.has(line.row.id)}
                  cursor={line.row.id === selectedId ? column : null}
                  editing={editing?.id === line.row.id ? editing : null}
                  held={held.get(line.row.id)}
                />
              ))}
              {rowDrag.drop && (
                <div
                  className={styles.drop}
                  style={{
                    top: rowDrag.drop.gap * ROW_HEIGHT,
                    insetInlineStart: indentOf(rowDrag.drop.level, columns),
                  }}
                />
              )}
            </div>
          </div>
        </div>
      </div>
      {canAdd && (
        <AddRow
          label={words.addRow}
          top={outline.visible.length * ROW_HEIGHT}
          store={store}
          onAdd={() => add(null)}
        />
      )}
    </div>
  );
}
