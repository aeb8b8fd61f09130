// biome-ignore-all lint/a11y/useSemanticElements: drawn rows are not a real table; TimelineTable is.
import { type MouseEvent, memo } from "react";
import type { OutlineRow } from "../geometry/outline";
import type { ColumnId, TimelineRow } from "../types";
import { say } from "../words";
import { CellInput } from "./CellInput";
import { type CellContext, cellDraft, cellOffers, cellText } from "./cells";
import { endOf } from "./codes";
import { type Column, titleOf } from "./columns";
import type { Editing, GridDeeds, Pointing } from "./gridState";
import { indentOf } from "./indent";
import styles from "./OutlineGrid.module.css";

interface Props {
  line: OutlineRow;
  index: number;
  columns: readonly Column[];
  context: CellContext;
  deeds: GridDeeds;
  chosen: boolean;
  moved: boolean;
  cursor: ColumnId | null;
  editing: Editing | null;
  /** Cells edited, not answered yet. */
  held: ReadonlyMap<ColumnId, string> | undefined;
}

/** Letters that its column has room for. */
const MOST_OF_A_CODE = 6;

export const rowDomId = (base: string, id: string, column: ColumnId): string =>
  `${base}-${id}-${column}`;

/** One line of the outline. */
export const GridRow = memo(function GridRow(props: Props) {
  const { line, index, columns, chosen, moved } = props;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-level={line.level + 1}
      aria-selected={chosen}
      aria-expanded={line.hasChildren ? !line.collapsed : undefined}
      className={styles.row}
      data-kind={line.row.kind}
      data-chosen={chosen || undefined}
      data-moved={moved || undefined}
      data-inactive={line.row.inactive || undefined}
      style={{ transform: `translateY(${index * 32}px)` }}
    >
      {columns.map((column) => (
        <Cell key={column.id} {...props} column={column} />
      ))}
    </div>
  );
});

function Cell({ column, ...props }: Props & { column: Column }) {
  const { line, context, deeds, cursor, editing, held } = props;
  const { row } = line;
  const active = cursor === column.id;
  const edited = editing?.column === column.id ? editing : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it has the keys of all cells.
    <div
      role="gridcell"
      id={rowDomId(deeds.domId, row.id, column.id)}
      className={styles.cell}
      tabIndex={-1}
      data-column={column.id}
      data-numeric={column.numeric || undefined}
      data-cursor={active || undefined}
      data-late={isLate(row, column.id) || undefined}
      style={{ width: column.width, flexGrow: column.id === "title" ? 1 : 0 }}
      onClick={(event) => deeds.point(row.id, column.id, pointing(event))}
      onPointerDown={
        column.id === "wbs" ? (event) => deeds.drag(row.id, event.nativeEvent) : undefined
      }
      onDoubleClick={() => deeds.edit(row.id, column.id, null)}
    >
      {edited ? (
        <CellInput
          label={titleOf(column, context.words)}
          draft={edited.draft ?? cellDraft(row, column.id, context)}
          typed={edited.draft !== null}
          numeric={column.numeric}
          offers={cellOffers(row, column.id, context)}
          onCommit={(text, after) => deeds.commit(row.id, column.id, text, after)}
          onCancel={deeds.cancel}
        />
      ) : column.id === "title" ? (
        <Title {...props} text={held?.get("title") ?? row.title} />
      ) : (
        <span className={styles.text}>
          {column.id === "wbs"
            ? endOf(row.wbs, MOST_OF_A_CODE)
            : (held?.get(column.id) ?? cellText(row, column.id, context))}
        </span>
      )}
    </div>
  );
}

function pointing(event: MouseEvent): Pointing {
  return event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "also" : "only";
}

function isLate(row: TimelineRow, column: ColumnId): boolean {
  if (column === "slack") return (row.slackMinutes ?? 0) < 0;
  if (column === "startVariance") return (row.startVariance ?? 0) > 0;
  return column === "finishVariance" && (row.finishVariance ?? 0) > 0;
}

function Title({ line, columns, context, deeds, text }: Props & { text: string }) {
  const { row, level, hasChildren, collapsed } = line;
  const { words } = context;
  return (
    <span className={styles.title} style={{ paddingLeft: indentOf(level, columns) }}>
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          data-collapsed={collapsed || undefined}
          aria-label={say(collapsed ? words.expand : words.collapse, { title: row.title })}
          onClick={(event) => {
            event.stopPropagation();
            deeds.fold(row.id, !collapsed);
          }}
        />
      ) : (
        <span className={styles.foldSpace} />
      )}
      {row.inactive ? (
        <s className={styles.text} title={words.inactive}>
          {text}
        </s>
      ) : (
        <span className={styles.text}>{text}</span>
      )}
      {deeds.canOpen && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.open}
          aria-label={say(words.open, { title: row.title })}
          onClick={(event) => {
            event.stopPropagation();
            deeds.open(row.id);
          }}
        >
          ↗
        </button>
      )}
    </span>
  );
}
