import type { ColumnId, TimelineRow } from "../types";

export interface Column {
  id: ColumnId;
  width: number;
  numeric: boolean;
  word: "wbs" | "title" | "duration" | "start" | "finish" | "percent" | "predecessors" | "slack";
}

const column = (id: ColumnId, width: number, numeric = false): Column => ({
  id,
  width,
  numeric,
  word: id,
});

export const COLUMNS: readonly Column[] = [
  column("wbs", 60),
  column("title", 264),
  column("duration", 76, true),
  column("start", 104, true),
  column("finish", 104, true),
  column("percent", 64, true),
  column("predecessors", 124),
  column("slack", 68, true),
];

export const columnsOf = (ids: readonly ColumnId[] | undefined): readonly Column[] =>
  ids ? ids.flatMap((id) => COLUMNS.find((one) => one.id === id) ?? []) : COLUMNS;

/** Where there is little room the titles get all of it, and end in an ellipsis instead of at the edge. */
export const titleOnly = (width: number): readonly Column[] => [column("title", width)];

/** A summary's figures come from what it holds; WBS and slack are always computed. */
export function isEditable(row: TimelineRow, column: ColumnId): boolean {
  if (row.editable === false || column === "wbs" || column === "slack") return false;
  return row.kind !== "summary" || column === "title" || column === "predecessors";
}
