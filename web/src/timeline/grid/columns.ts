import type { ColumnId, TimelineRow } from "../types";

export interface Column {
  id: ColumnId;
  width: number;
  numeric: boolean;
  word: ColumnId;
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

/** Shown while parents have more of their own than their tasks take up. */
const SCOPE_COLUMNS: readonly Column[] = [
  column("own", 104, true),
  column("unallocated", 96, true),
];

/** Shown beside a baseline. */
export const BASELINE_COLUMNS: readonly Column[] = [
  column("baselineStart", 112, true),
  column("startVariance", 108, true),
  column("baselineFinish", 112, true),
  column("finishVariance", 112, true),
];

const EVERY = [...COLUMNS, ...SCOPE_COLUMNS, ...BASELINE_COLUMNS];

export const columnsOf = (ids: readonly ColumnId[] | undefined): readonly Column[] =>
  ids ? ids.flatMap((id) => EVERY.find((one) => one.id === id) ?? []) : COLUMNS;

/** Where there is little room the titles get all of it, and end in an ellipsis instead of at the edge. */
export const titleOnly = (width: number): readonly Column[] => [column("title", width)];

const COMPUTED: ReadonlySet<ColumnId> = new Set<ColumnId>([
  "wbs",
  "slack",
  "unallocated",
  ...BASELINE_COLUMNS.map(({ id }) => id),
]);

/** A summary's figures come from what it holds; WBS, slack and all about baselines are always computed. */
export function isEditable(row: TimelineRow, column: ColumnId): boolean {
  if (row.editable === false || COMPUTED.has(column)) return false;
  if (column === "own") return row.kind === "summary";
  return row.kind !== "summary" || column === "title" || column === "predecessors";
}
