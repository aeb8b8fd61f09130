import type {
  AddedColumn,
  AddedId,
  ColumnId,
  Minute,
  RowEdit,
  RowType,
  TimelineLink,
  TimelineRow,
  Workday,
} from "../types";
import { say, type TimelineWords } from "../words";
import { dateInput, dateText, lastDay, parseDate } from "./dates";
import { durationText, parseDuration } from "./durations";
import { parsePredecessors, predecessorsText, type RowNames } from "./predecessors";

/** What cells are written and read with. */
export interface CellContext {
  words: TimelineWords;
  locale: string;
  workday: Workday;
  names: RowNames;
  linksOf: (id: string) => readonly TimelineLink[];
  types: readonly RowType[];
  added: ReadonlyMap<ColumnId, AddedColumn>;
}

export function cellText(row: TimelineRow, column: ColumnId, context: CellContext): string {
  const { locale, workday, words } = context;
  switch (column) {
    case "wbs":
      return row.wbs;
    case "title":
      return row.title;
    case "type":
      return row.typeName ?? "";
    case "duration":
      return durationText(row.durationMinutes, workday, words, locale);
    case "own":
      return row.ownMinutes ? durationText(row.ownMinutes, workday, words, locale) : "";
    case "unallocated":
      return row.unallocatedMinutes
        ? durationText(row.unallocatedMinutes, workday, words, locale)
        : "";
    case "start":
      return row.start === null ? "" : dateText(row.start, locale);
    case "finish":
      return row.finish === null ? "" : dateText(finishDay(row), locale);
    case "percent":
      return `${Math.round(row.percentComplete)} %`;
    case "predecessors":
      return predecessorsText(context.linksOf(row.id), context.names, workday, words);
    case "slack":
      return row.slackMinutes == null ? "" : durationText(row.slackMinutes, workday, words, locale);
    case "baselineStart":
      return row.baseline ? dateText(row.baseline.start, locale) : "";
    case "baselineFinish":
      return row.baseline ? dateText(endDay(row.kind, row.baseline.finish), locale) : "";
    case "startVariance":
      return varianceText(row.startVariance, context);
    case "finishVariance":
      return varianceText(row.finishVariance, context);
    default:
      return context.added.get(column)?.text(row.id) ?? "";
  }
}

/** A milestone at midnight is on that day; a bar that ends at midnight ends the day before. */
const finishDay = (row: TimelineRow): number => endDay(row.kind, row.finish ?? 0);

const endDay = (kind: TimelineRow["kind"], finish: Minute): Minute =>
  kind === "milestone" ? finish : lastDay(finish);

/** A plus says that it is later. */
function varianceText(
  minutes: number | null | undefined,
  { workday, words, locale }: CellContext,
): string {
  if (minutes == null) return "";
  const text = durationText(minutes, workday, words, locale);
  return minutes > 0 ? `+${text}` : text;
}

/** What the cell shows when editing begins. */
export function cellDraft(row: TimelineRow, column: ColumnId, context: CellContext): string {
  if (column === "percent") return String(Math.round(row.percentComplete));
  if (column === "start") return row.start === null ? "" : dateInput(row.start, context.locale);
  if (column === "finish")
    return row.finish === null ? "" : dateInput(finishDay(row), context.locale);
  return context.added.get(column)?.draft?.(row.id) ?? cellText(row, column, context);
}

/** What may be written into a cell, where that is told. */
export function cellOffers(row: TimelineRow, column: ColumnId, context: CellContext) {
  return column === "type" ? typeNames(context) : context.added.get(column)?.offers?.(row.id);
}

export type CellReading = { edit: RowEdit } | { fault: string };

/** What a person wrote into a cell, or why it cannot be read. */
export function readCell(
  row: TimelineRow,
  column: ColumnId,
  text: string,
  context: CellContext,
): CellReading {
  const { words, workday, locale } = context;
  switch (column) {
    case "type":
      return readType(text.trim().toLowerCase());
    case "duration":
    case "own": {
      const field = column === "own" ? "ownMinutes" : "durationMinutes";
      const value = parseDuration(text, workday, words);
      return value === null ? { fault: words.badDuration } : edit({ field, value });
    }
    case "start":
    case "finish":
      return readDate(row, column, text, context);
    case "percent": {
      const value = Number(text.replace("%", "").replace(",", ".").trim());
      const fine = text.trim() !== "" && value >= 0 && value <= 100;
      return fine ? edit({ field: "percentComplete", value }) : { fault: words.badPercent };
    }
    case "predecessors": {
      const read = parsePredecessors(text, context.names, row.id, workday);
      if (read.ok) return edit({ field: "predecessors", value: read.value });
      return { fault: say(words[read.fault], { part: read.part }) };
    }
    case "title":
      return edit({ field: "title", value: text.trim() });
    default:
      return readAdded(column as AddedId);
  }

  function readAdded(id: AddedId): CellReading {
    const found = context.added.get(id)?.read?.(text.trim(), row.id) ?? { fault: "" };
    return "fault" in found ? found : edit({ field: "added", column: id, value: found.value });
  }

  function readType(name: string): CellReading {
    if (name === "" || name === words.plainTask.toLowerCase())
      return edit({ field: "type", value: null });
    const found = context.types.find(({ title }) => title.toLowerCase() === name);
    if (found) return edit({ field: "type", value: found.id });
    return { fault: say(words.badType, { names: typeNames(context).join(", ") }) };
  }

  function readDate(
    of: TimelineRow,
    field: "start" | "finish",
    written: string,
    { words: { badDate } }: CellContext,
  ): CellReading {
    const keep = field === "start" ? (of.start ?? 0) : of.finish === null ? 0 : finishDay(of);
    const value = parseDate(written, keep, locale);
    if (value === null) return { fault: say(badDate, { example: dateInput(keep, locale) }) };
    // Midnight stands for the end of the day that was written.
    const shift = field === "finish" && of.finish !== null ? of.finish - keep : 0;
    return edit({ field, value: value + shift });
  }
}

/** All that may be written as a type. */
export const typeNames = ({ types, words }: CellContext): string[] => [
  words.plainTask,
  ...types.map(({ title }) => title),
];

const edit = (value: RowEdit): CellReading => ({ edit: value });
