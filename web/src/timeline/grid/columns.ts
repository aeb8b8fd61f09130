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

/** Shown where work has types. */
const TYPE_COLUMN = column("type", 76);

const EVERY = [...COLUMNS, TYPE_COLUMN, ...SCOPE_COLUMNS, ...BASELINE_COLUMNS];
const known = new WeakMap<readonly ColumnId[], readonly Column[]>();

/** The same columns for the same list of them, so that rows are not drawn again for nothing. */
export function columnsOf(ids: readonly ColumnId[] | undefined): readonly Column[] {
  if (!ids) return COLUMNS;
  const found = known.get(ids) ?? ids.flatMap((id) => EVERY.find((one) => one.id === id) ?? []);
  known.set(ids, found);
  return found;
}

/** As wide as shows when each row starts and finishes, and no part of a column. */
export function widthToFinish(columns: readonly Column[]): number {
  const shown = columns.slice(0, columns.findIndex(({ id }) => id === "finish") + 1);
  return shown.reduce((sum, { width }) => sum + width, 1);
}

/** Where there is little room the titles get all of it, and end in an ellipsis instead of at the edge. */
export const titleOnly = (width: number): readonly Column[] => [column("title", width)];

const COMPUTED: ReadonlySet<ColumnId> = new Set<ColumnId>([
  "wbs",
  "slack",
  "unallocated",
  ...BASELINE_COLUMNS.map(({ id }) => id),
]);

const OF_ALL: ReadonlySet<ColumnId> = new Set<ColumnId>(["title", "type", "predecessors"]);

/** A summary's figures come from what it holds; WBS, slack and all about baselines are always computed. */
export function isEditable(row: TimelineRow, column: ColumnId): boolean {
  if (row.editable === false || COMPUTED.has(column)) return false;
  if (column === "own") return row.kind === "summary";
  return row.kind !== "summary" || OF_ALL.has(column);
}
