import { flexRender, type Row, type RowData } from "@tanstack/react-table";
import type { MouseEvent } from "react";
import classes from "./DataTable.module.css";

declare module "@tanstack/react-table" {
  interface ColumnMeta<TData extends RowData, TValue> {
    align?: "end";
  }
}

interface Props<T> {
  row: Row<T>;
  index: number;
  isActive: boolean;
  isChosen: boolean;
  onFocus: () => void;
  onOpen?: () => void;
}

export function TableRow<T>({ row, index, isActive, isChosen, onFocus, onOpen }: Props<T>) {
  const onClick = (event: MouseEvent) => {
    // A link or a control in the row has its own meaning.
    if (event.target instanceof Element && event.target.closest("a, button, input")) return;
    onOpen?.();
  };
  return (
    <tr
      className={classes.row}
      data-index={index}
      data-chosen={isChosen || undefined}
      data-opens={onOpen !== undefined || undefined}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={onClick}
    >
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} data-align={cell.column.columnDef.meta?.align}>
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
}
