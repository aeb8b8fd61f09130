import type { AddedColumn, AddedId } from "@/timeline/types";

/** Which column of a pasted block says what. */
export const FIELDS = [
  "number",
  "wbs",
  "level",
  "title",
  "duration",
  "start",
  "finish",
  "percent",
  "predecessors",
  "resources",
  "estimate",
  "type",
] as const;
export type Field = (typeof FIELDS)[number];
/** One of these, or one that the plan adds to its outline. */
export type BlockColumn = Field | AddedId;

const NAMES: Record<Field, readonly string[]> = {
  number: ["no.", "no", "#", "id", "number", "row"],
  wbs: ["wbs", "wbs code", "outline number"],
  level: ["level", "outline level", "indent"],
  title: ["title", "name", "task", "task name", "summary", "item", "activity", "activity name"],
  duration: ["duration", "dur", "days", "original duration"],
  start: ["start", "start date", "begin", "from"],
  finish: ["finish", "finish date", "end", "end date", "due", "due date", "to"],
  percent: ["% done", "%", "percent", "% complete", "percent complete", "progress", "done"],
  predecessors: ["predecessors", "predecessor", "depends on", "waits for", "after"],
  resources: [
    "resources",
    "resource",
    "resource names",
    "assigned to",
    "assignee",
    "who",
    "people",
  ],
  type: ["type", "type of work", "issue type", "work item type", "tracker"],
  estimate: ["estimate", "three points", "three-point estimate"],
};
/** What other programs call the columns that a plan adds. */
const ADDED: Readonly<Record<string, AddedId>> = {
  "constraint type": "field.constraint",
  "constraint date": "field.constraintDay",
  "task calendar": "field.calendar",
  status: "field.state",
  sprint: "field.iteration",
  description: "field.notes",
};

/** What a block without a header holds, from the first column on. */
const USUAL: readonly Field[] = ["title", "duration", "start", "finish", "percent", "predecessors"];

export interface BlockLine {
  /** Counted from the top of what was pasted, from 1. */
  line: number;
  level: number;
  cells: Partial<Record<BlockColumn, string>>;
}

export interface Block {
  lines: BlockLine[];
  /** Columns whose header says nothing we know. */
  untaken: string[];
  hasHeader: boolean;
}

/** Reads the shape of a pasted block: columns by header, levels by number, WBS, or indent. `added` are those that the plan
 * adds to its outline. */
export function blockOf(
  rows: readonly (readonly string[])[],
  added: readonly Pick<AddedColumn, "id" | "title">[] = [],
): Block {
  const header = rows[0]?.map((text) => columnNamed(text, added)) ?? [];
  const hasHeader = header.includes("title");
  const body = hasHeader ? rows.slice(1) : rows;
  const lines = body.map((cells, index) =>
    hasHeader
      ? { line: index + 2, indent: 0, cells: byHeader(header, cells) }
      : { line: index + 1, ...byPlace(cells) },
  );
  const untaken = hasHeader
    ? (rows[0] ?? []).filter((name, at) => name.trim() !== "" && !header[at])
    : [];
  return { lines: levelled(lines), untaken: untaken.map((name) => name.trim()), hasHeader };
}

function columnNamed(
  text: string,
  added: readonly Pick<AddedColumn, "id" | "title">[],
): BlockColumn | undefined {
  const name = text.trim().toLowerCase();
  const known = FIELDS.find((field) => NAMES[field].includes(name));
  if (known) return known;
  const found = added.find(({ id, title }) => title.toLowerCase() === name || id === ADDED[name]);
  return found?.id;
}

function byHeader(header: readonly (BlockColumn | undefined)[], cells: readonly string[]) {
  const found: BlockLine["cells"] = {};
  header.forEach((field, at) => {
    const text = cells[at] ?? "";
    if (field && text.trim() !== "") found[field] ??= text;
  });
  return found;
}

/** Empty cells before the first are an indent by tabs. */
function byPlace(cells: readonly string[]) {
  const indent = cells.findIndex((cell) => cell.trim() !== "");
  const found: Partial<Record<Field, string>> = {};
  USUAL.forEach((field, at) => {
    const text = cells[indent + at] ?? "";
    if (text.trim() !== "") found[field] = text;
  });
  return { indent, cells: found };
}

function levelled(
  lines: readonly { line: number; indent: number; cells: BlockLine["cells"] }[],
): BlockLine[] {
  const stack: number[] = [];
  return lines.map(({ line, indent, cells }) => {
    const depth = depthOf(cells, indent);
    while (stack.length > 0 && depth <= (stack.at(-1) ?? 0)) stack.pop();
    stack.push(depth);
    return { line, level: stack.length - 1, cells };
  });
}

/** Any measure that grows inwards: each line is under the nearest one above it that is less deep. */
function depthOf(cells: BlockLine["cells"], indent: number): number {
  const level = Number(cells.level);
  if (cells.level !== undefined && Number.isFinite(level)) return level;
  if (cells.wbs !== undefined) return cells.wbs.trim().replace(/\.$/, "").split(".").length;
  const spaces = /^\s*/.exec((cells.title ?? "").replaceAll("\u00a0", " "))?.[0] ?? "";
  return indent * 100 + [...spaces].reduce((sum, sign) => sum + (sign === "\t" ? 4 : 1), 0);
}
