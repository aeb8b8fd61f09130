import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import classes from "./DataTable.module.css";
import { HeadCell } from "./HeadCell";
import { readSort, writeSort } from "./sort";
import { TableRow } from "./TableRow";

interface Props<T> {
  /** What the table lists, for those who cannot see it. */
  label: string;
  rows: T[];
  // biome-ignore lint/suspicious/noExplicitAny: TanStack's own type for columns of mixed values
  columns: ColumnDef<T, any>[];
  rowId: (row: T) => string;
  /** The sort, from and to the address. */
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  /** Enter or click: usually a peek. */
  onOpen?: (row: T) => void;
  /** The row shown in the peek. */
  chosenId?: string;
}

const ROW_HEIGHT = 36;

/** A sortable table that draws only the rows in view; arrows walk the rows, Enter opens one. */
export function DataTable<T>(props: Props<T>) {
  const { label, rows, columns, rowId, sort, onSort, onOpen, chosenId } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const table = useReactTable({
    data: rows,
    columns,
    getRowId: rowId,
    state: { sorting: readSort(sort) },
    enableSorting: onSort !== undefined,
    enableMultiSort: false,
    onSortingChange: (next) =>
      onSort?.(writeSort(typeof next === "function" ? next(readSort(sort)) : next)),
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    // There are no pages to go back to; resetting would render anew for every new list of rows.
    autoResetPageIndex: false,
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 0, height: 800 },
  });
  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(sorted.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    // The row may only be drawn once it is scrolled to.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const row = sorted[active];
    const page = Math.floor((frame.current?.clientHeight ?? 400) / ROW_HEIGHT);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: sorted.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) focusRow(move);
    else if (event.key === "Enter" && row) onOpen?.(row.original);
    else return;
    event.preventDefault();
  };
  const drawn = virtual.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const width = table.getVisibleLeafColumns().length;
  return (
    <div ref={frame} className={classes.frame}>
      <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeadCell key={header.id} header={header} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody onKeyDown={onKeyDown}>
          <Spacer height={above} width={width} />
          {drawn.map(({ index }) => {
            const row = sorted[index];
            return (
              row && (
                <TableRow
                  key={row.id}
                  row={row}
                  index={index}
                  isActive={index === Math.min(active, sorted.length - 1)}
                  isChosen={row.id === chosenId}
                  onFocus={() => setActive(index)}
                  onOpen={onOpen && (() => onOpen(row.original))}
                />
              )
            );
          })}
          <Spacer height={below} width={width} />
        </tbody>
      </table>
    </div>
  );
}

/** Holds the place of the rows that are not drawn. */
function Spacer({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  );
}
