import { minuteOf, textOf } from "@/timeline/geometry/time";
import { parseDate } from "@/timeline/grid/dates";
import { parseDuration } from "@/timeline/grid/durations";
import { parsePredecessors } from "@/timeline/grid/predecessors";
import type { Minute, Workday } from "@/timeline/types";
import { peopleEdits, readPeople } from "../columns/people";
import type { PlanColumn } from "../columns/planColumn";
import type { Edit, ItemFields, PlanItem } from "../plan";
import type { Promised } from "../sendEdits";
import type { Block, BlockColumn, BlockLine } from "./block";

/** What of a line could not be read. */
export interface Unread {
  line: number;
  field: BlockColumn;
  text: string;
}

/** What a block is read with. */
export interface Ground {
  workday: Workday;
  locale: string;
  /** The plan's start, whose time of day a start without one has. */
  start: string;
  /** When work ends on a day, as HH:MM: a finish without a time of day. */
  lastHour: (day: string) => string;
  /** Working minutes between two moments. */
  worked: (start: Minute, finish: Minute) => number;
  resources: Parameters<typeof readPeople>[1];
  /** Types of work by name in small letters; null is a plain task. */
  types: ReadonlyMap<string, string | null>;
  /** Rows of the plan by their number, for predecessors outside the block. */
  rowAt: (name: string) => string | null;
  /** Those that the plan adds to its outline. */
  columns: readonly PlanColumn[];
}

export interface Pasted {
  edits: Edit[];
  /** For which iterations the rows are promised. */
  promised: Promised[];
  unread: Unread[];
}

interface Place {
  parentId: string | null;
  afterId: string | null;
}

/** The edits that add a block to the plan at a place, and what of it they leave out because it cannot be read. */
export function pasted({ lines }: Block, place: Place, ground: Ground): Pasted {
  const unread: Unread[] = [];
  const added: Edit[] = [];
  const more: Edit[] = [];
  const parents: string[] = [];
  const last = new Map<string | null, string | null>([[place.parentId, place.afterId]]);
  const promises = new Map<string, string[]>();
  const names = namesIn(lines);
  lines.forEach((line, index) => {
    const told = (field: BlockColumn) =>
      void unread.push({ line: line.line, field, text: (line.cells[field] ?? "").trim() });
    const id = idOf(line);
    const parentId = line.level === 0 ? place.parentId : (parents[line.level - 1] ?? null);
    const isParent = (lines[index + 1]?.level ?? 0) > line.level;
    parents[line.level] = id;
    const { minutes, fields } = read(line, isParent, ground, told);
    added.push({
      op: "add",
      temp_id: id,
      parent_id: parentId,
      after_id: last.get(parentId) ?? null,
      title: (line.cells.title ?? "").trim().slice(0, 300) || `(${line.line})`,
      duration_minutes: minutes ?? (isParent ? 0 : ground.workday.minutesPerDay),
      type: minutes === 0 && !isParent ? "milestone" : "task",
    });
    last.set(parentId, id);
    if (!line.cells.title) told("title");
    const own = written(line, id, { isParent, item_type_id: fields.item_type_id ?? null }, ground);
    for (const field of own.unread) told(field);
    if (own.iteration) promises.set(own.iteration, [...(promises.get(own.iteration) ?? []), id]);
    const said = [setOf(id, fields), ...own.edits].reduce(joined, []);
    more.push(...said.filter((edit) => edit.op !== "set" || Object.keys(edit.fields).length > 0));
    more.push(...linked(line, id, names, ground, told));
    more.push(...staffed(line, id, ground, told));
  });
  const promised = [...promises].map(([iteration_id, item_ids]) => ({ item_ids, iteration_id }));
  return { edits: [...added, ...more], promised, unread };
}

const idOf = ({ line }: BlockLine): string => `line ${line}`;

type Told = (field: BlockColumn) => void;

const setOf = (id: string, fields: ItemFields): Edit => ({ op: "set", id, version: 1, fields });

/** What is set of a new row is set at once. */
function joined(edits: readonly Edit[], next: Edit): Edit[] {
  const first = edits.find(({ op }) => op === "set");
  if (next.op !== "set" || first?.op !== "set") return [...edits, next];
  const custom = { ...first.fields.custom, ...next.fields.custom };
  const fields = {
    ...first.fields,
    ...next.fields,
    ...(Object.keys(custom).length > 0 && { custom }),
  };
  return edits.map((edit) => (edit === first ? { ...first, fields } : edit));
}

/** What a line says in the columns that the plan adds: a new row has nothing yet of what they tell. */
function written(
  { cells }: BlockLine,
  id: string,
  { isParent, item_type_id }: { isParent: boolean; item_type_id: string | null },
  { columns }: Ground,
) {
  const item = { id, version: 1, item_type_id, type: "task", custom: {} } as unknown as PlanItem;
  const found = { edits: [] as Edit[], unread: [] as BlockColumn[], iteration: "" };
  for (const column of columns) {
    const text = cells[column.id]?.trim();
    if (!text) continue;
    const read = isParent && column.isOfTasks ? undefined : column.read?.(text, id);
    if (!read || "fault" in read) found.unread.push(column.id);
    else if (column.isPromise) found.iteration = String(read.value);
    else found.edits.push(...(column.edits?.(item, read.value) ?? []));
  }
  return found;
}

/** A parent has the dates of what is below it; what it is estimated at itself stays. */
function read({ cells }: BlockLine, isParent: boolean, ground: Ground, told: Told) {
  const { workday, locale, types } = ground;
  const fields: ItemFields = {};
  const estimate = cells.estimate === undefined ? null : estimateIn(cells.estimate, workday);
  if (estimate) fields.estimate = estimate;
  else if (cells.estimate !== undefined) told("estimate");
  if (cells.type !== undefined) {
    const type = types.get(cells.type.trim().toLowerCase());
    if (type === undefined) told("type");
    else if (type) fields.item_type_id = type;
  }
  if (isParent) return { minutes: null, fields };
  const keep = minuteOf(ground.start);
  const dated = (field: "start" | "finish", like: Minute): Minute | null => {
    const text = cells[field];
    const found = text === undefined ? null : dateIn(text.trim(), like, locale);
    if (text !== undefined && found === null) told(field);
    return found;
  };
  const start = dated("start", keep);
  const finish = lastMinute(dated("finish", keep), ground);
  let minutes = cells.duration === undefined ? null : parseDuration(cells.duration, workday);
  if (cells.duration !== undefined && minutes === null) told("duration");
  if (minutes === null && start !== null && finish !== null && finish >= start)
    minutes = ground.worked(start, finish);
  minutes ??= estimate?.likely ?? null;
  if (start !== null) fields.start = textOf(start);
  else if (finish !== null) fields.finish = textOf(finish);
  if (cells.percent !== undefined) {
    const percent = Number(cells.percent.replace("%", "").replace(",", ".").trim());
    if (percent >= 0 && percent <= 100) fields.percent_complete = percent;
    else told("percent");
  }
  return { minutes, fields };
}

function lastMinute(on: Minute | null, { lastHour }: Ground): Minute | null {
  if (on === null) return null;
  const day = textOf(on).slice(0, 10);
  return minuteOf(`${day}T${lastHour(day)}`);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Also with the month in words, as spreadsheets show it: 2 Mar 2026, Mon 02/03/26. */
function dateIn(text: string, keep: Minute, locale: string): Minute | null {
  const plain = text.replace(/^[a-z]{2,9}[.,]?\s+(?=\d)/i, "");
  const worded = /^(\d{1,2})[ .-]+([a-z]{3})[a-z]*\.?,?[ .-]+(\d{4})$/i.exec(plain);
  if (!worded) return parseDate(plain, keep, locale);
  const month = MONTHS.indexOf((worded[2] ?? "").toLowerCase()) + 1;
  const [day, year] = [worded[1], worded[3]];
  return month === 0 ? null : parseDate(`${year}-${month}-${day}`, keep, locale);
}

/** `2d/3d/6d`, or one figure for all three. */
export function estimateIn(text: string, workday: Workday) {
  const points = text.split("/").map((part) => parseDuration(part, workday));
  const [optimistic, likely = optimistic, pessimistic = likely] = points;
  if (points.length > 3 || points.includes(null) || points.length === 2) return null;
  if (optimistic == null || likely == null || pessimistic == null) return null;
  return optimistic <= likely && likely <= pessimistic ? { optimistic, likely, pessimistic } : null;
}

/** Numbers are those of the block where it has any, else its lines; what is not in it is a row of the plan. */
function namesIn(lines: readonly BlockLine[]): Map<string, string> {
  const names = new Map<string, string>();
  const isNumbered = lines.some(({ cells }) => cells.number !== undefined);
  lines.forEach((line, index) => {
    const { number, wbs } = line.cells;
    if (wbs?.includes(".")) names.set(wbs.trim(), idOf(line));
    const own = isNumbered ? number?.trim() : String(index + 1);
    if (own) names.set(own, idOf(line));
  });
  return names;
}

function linked(
  { cells }: BlockLine,
  id: string,
  names: ReadonlyMap<string, string>,
  { workday, rowAt }: Ground,
  told: Told,
): Edit[] {
  if (cells.predecessors === undefined) return [];
  const idOfName = (name: string) => names.get(name) ?? rowAt(name);
  const found = parsePredecessors(
    cells.predecessors,
    { idOf: idOfName, numberOf: () => null },
    id,
    workday,
  );
  if (!found.ok) {
    told("predecessors");
    return [];
  }
  return found.value.map(({ before, kind, lagMinutes, lagUnit }) => ({
    op: "link",
    before,
    after: id,
    kind,
    lag_minutes: lagMinutes,
    lag_unit: lagUnit,
  }));
}

function staffed({ cells }: BlockLine, id: string, { resources }: Ground, told: Told): Edit[] {
  const { staffed: wanted, unknown } = readPeople(cells.resources ?? "", resources);
  if (unknown.length > 0) told("resources");
  return peopleEdits({ id }, wanted, []);
}
