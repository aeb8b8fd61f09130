import type { LinkKind, Predecessor, TimelineLink, Workday } from "../types";
import { durationText, parseDuration, STANDARD_WORKDAY, type UnitWords } from "./durations";

/** Row number (1 is the top of the plan) or WBS → id. */
export interface RowNames {
  idOf: (name: string) => string | null;
  numberOf: (id: string) => number | null;
}

export type PredecessorFault = "badPredecessors" | "unknownPredecessor" | "ownPredecessor";

export type Parsed =
  | { ok: true; value: Predecessor[] }
  | { ok: false; fault: PredecessorFault; part: string };

const PART = /^([\d.]+|#\S+?)\s*(FS|SS|FF|SF)?\s*(?:([+-])\s*(.+))?$/i;

/** Reads `"12FS+2d,15SS"`: row numbers or WBS codes, kind (FS when absent), lag. */
export function parsePredecessors(
  text: string,
  names: RowNames,
  ownId: string,
  workday: Workday = STANDARD_WORKDAY,
): Parsed {
  const value: Predecessor[] = [];
  for (const part of partsOf(text)) {
    const found = PART.exec(part);
    const lag = found ? parseLag(found[3], found[4], workday) : null;
    if (!found || !lag) return { ok: false, fault: "badPredecessors", part };
    const before = names.idOf((found[1] ?? "").replace(/^#/, ""));
    if (before === null) return { ok: false, fault: "unknownPredecessor", part };
    if (before === ownId) return { ok: false, fault: "ownPredecessor", part };
    const kind = (found[2]?.toUpperCase() ?? "FS") as LinkKind;
    value.push({ before, kind, ...lag });
  }
  return { ok: true, value };
}

// A comma always parts two predecessors, so lags are written with a point: 1.5d.
const partsOf = (text: string): string[] =>
  text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

export type Lag = Pick<Predecessor, "lagMinutes" | "lagUnit">;

/** Reads a lag that stands alone: `"2d"`, `"-4h"`, `"50%"`, `"3ed"`; nothing is none. */
export function readLag(text: string, workday: Workday = STANDARD_WORKDAY): Lag | null {
  const [, sign = "+", size = ""] = /^\s*([+\-−])?\s*(.*)$/.exec(text) ?? [];
  return parseLag(sign === "+" ? "+" : "-", size, workday);
}

function parseLag(
  sign: string | undefined,
  text: string | undefined,
  workday: Workday,
): Lag | null {
  if (!sign || !text) return { lagMinutes: 0, lagUnit: "working" };
  const factor = sign === "-" ? -1 : 1;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (percent) return { lagMinutes: factor * Number(percent[1]), lagUnit: "percent" };
  const elapsed = /^(\d+(?:\.\d+)?)\s*e(m|h|d|w)\w*$/i.exec(text.trim());
  if (elapsed) {
    const per = { m: 1, h: 60, d: 1440, w: 10080 }[elapsed[2]?.toLowerCase() as "m"] ?? 1440;
    return { lagMinutes: factor * Math.round(Number(elapsed[1]) * per), lagUnit: "elapsed" };
  }
  const minutes = parseDuration(text, workday);
  return minutes === null ? null : { lagMinutes: factor * minutes, lagUnit: "working" };
}

/** Writes what `parsePredecessors` reads: `"12, 15SS+2d"`. */
export function predecessorsText(
  links: readonly TimelineLink[],
  names: RowNames,
  workday: Workday = STANDARD_WORKDAY,
  words?: UnitWords,
): string {
  return links
    .map((link) => {
      const number = names.numberOf(link.before);
      const lag = lagText(link, workday, words);
      const kind = link.kind === "FS" && lag === "" ? "" : link.kind;
      return number === null ? "" : `${number}${kind}${lag}`;
    })
    .filter((part) => part !== "")
    .join(", ");
}

/** A lag with its sign, as `parsePredecessors` reads it: `"+2d"`; nothing where there is none. */
export function lagText(
  { lagMinutes: lag, lagUnit }: Pick<TimelineLink, "lagMinutes" | "lagUnit">,
  workday: Workday = STANDARD_WORKDAY,
  words?: UnitWords,
): string {
  if (lag === 0) return "";
  const sign = lag < 0 ? "-" : "+";
  if (lagUnit === "percent") return `${sign}${Math.abs(lag)}%`;
  if (lagUnit === "working") return `${sign}${durationText(Math.abs(lag), workday, words)}`;
  const day = { minutesPerDay: 1440, daysPerWeek: 7 };
  const text = durationText(Math.abs(lag), day, undefined, "en");
  return `${sign}${text.replace(/(\D)$/, "e$1")}`;
}

/** Names for rows in outline order: their number from 1, or their WBS where it is not a plain number. */
export function rowNames(rows: readonly { id: string; wbs: string }[]): RowNames {
  // Made when they are asked for: most edits ask for neither, or for those of few rows.
  let ids: Map<string, string> | null = null;
  let numbers: Map<string, number> | null = null;
  return {
    idOf: (name) => {
      ids ??= idsByName(rows);
      return ids.get(name) ?? null;
    },
    numberOf: (id) => {
      numbers ??= new Map(rows.map((row, index) => [row.id, index + 1]));
      return numbers.get(id) ?? null;
    },
  };
}

function idsByName(rows: readonly { id: string; wbs: string }[]): Map<string, string> {
  const ids = new Map<string, string>();
  // A code that lost its middle names no row: another may have the same.
  for (const { wbs, id } of rows) if (wbs.includes(".") && !wbs.includes("…")) ids.set(wbs, id);
  rows.forEach((row, index) => {
    ids.set(String(index + 1), row.id);
  });
  return ids;
}

export function linksByFollower(links: readonly TimelineLink[]): Map<string, TimelineLink[]> {
  const found = new Map<string, TimelineLink[]>();
  for (const link of links) {
    const own = found.get(link.after);
    if (own) own.push(link);
    else found.set(link.after, [link]);
  }
  return found;
}
