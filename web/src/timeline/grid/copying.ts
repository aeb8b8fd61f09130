import { dateOf } from "../geometry/time";
import type { ColumnId, TimelineRow } from "../types";
import { type CellContext, cellText } from "./cells";
import { lastDay } from "./dates";

/** One cell's words, or rows with their header: what a spreadsheet takes, and what pasting here reads again. */
export function copyText(
  byId: ReadonlyMap<string, TimelineRow>,
  ids: readonly string[],
  column: ColumnId,
  context: CellContext,
): string {
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const [only] = rows;
  if (rows.length === 1 && only) return cellText(only, column, context);
  const { words, names } = context;
  const added = [...context.added.values()];
  const isTyped = rows.some(({ typeName }) => typeName);
  const header = [
    words.rowNumber,
    words.wbs,
    words.title,
    words.duration,
    words.start,
    words.finish,
    words.percent,
    words.predecessors,
    words.resources,
    ...(isTyped ? [words.type] : []),
    ...added.map(({ title }) => title),
  ];
  const levels = rows.map((row) => depthOf(row, byId));
  const least = Math.min(...levels);
  const lines = rows.map((row, index) => [
    String(names.numberOf(row.id) ?? ""),
    row.wbs,
    `${"  ".repeat((levels[index] ?? 0) - least)}${oneLine(row.title)}`,
    cellText(row, "duration", context),
    row.start === null ? "" : dateOf(row.start),
    row.finish === null ? "" : dateOf(row.kind === "milestone" ? row.finish : lastDay(row.finish)),
    String(Math.round(row.percentComplete)),
    cellText(row, "predecessors", context),
    oneLine(row.note ?? ""),
    ...(isTyped ? [row.typeName ?? words.plainTask] : []),
    ...added.map(({ text, draft = text }) => oneLine(draft(row.id))),
  ]);
  return [header, ...lines].map((cells) => cells.join("\t")).join("\n");
}

function depthOf(row: TimelineRow, byId: ReadonlyMap<string, TimelineRow>): number {
  let depth = 0;
  for (let up = row.parentId; up !== null; up = byId.get(up)?.parentId ?? null) depth += 1;
  return depth;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
