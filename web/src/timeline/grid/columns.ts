import type { AddedColumn, BuiltInColumn, ColumnId, TimelineRow } from "../types";
import type { TimelineWords } from "../words";

export interface Column {
  id: ColumnId;
  width: number;
  numeric: boolean;
  /** Its name, or the word for it. */
  title?: string;
  word?: BuiltInColumn;
  added?: AddedColumn;
}

const column = (id: BuiltInColumn, width: number, numeric = false): Column => ({
  id,
  width,
  numeric,
  word: id,
});

export const titleOf = ({ title, word }: Column, words: TimelineWords): string =>
  title ?? (word ? words[word] : "");

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

export function columnsOf(
  ids: readonly ColumnId[] | undefined,
  added: readonly AddedColumn[] = [],
): readonly Column[] {
  if (!ids) return COLUMNS;
  return ids.flatMap((id) => {
    const own = added.find((one) => one.id === id);
    if (!own) return EVERY.find((one) => one.id === id) ?? [];
    const { title, width, numeric = false } = own;
    return { id, title, width, numeric, added: own };
  });
}

/** As wide as shows when each row starts and finishes, and no part of a column; without these, as wide as they all are. */
export function widthToFinish(columns: readonly Column[]): number {
  const finish = columns.findIndex(({ id }) => id === "finish");
  const shown = finish < 0 ? columns : columns.slice(0, finish + 1);
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
export function isEditable(row: TimelineRow, { id: column, added }: Column): boolean {
  if (row.editable === false || COMPUTED.has(column)) return false;
  if (added) return added.read !== undefined && (added.isOf?.(row) ?? true);
  if (column === "own") return row.kind === "summary";
  return row.kind !== "summary" || OF_ALL.has(column);
}
