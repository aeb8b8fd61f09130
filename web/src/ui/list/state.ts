import type { Clause, Condition, ListState } from "./types";

/** Reads the list's part of the address; what it does not understand is left out, never an error. */
export function readList(value: unknown): ListState | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const read: ListState = {
    view: text(given.view),
    q: text(given.q),
    where: Array.isArray(given.where) ? given.where.filter(isClause) : undefined,
    sort: text(given.sort),
    group: text(given.group),
    columns: Array.isArray(given.columns) ? given.columns.filter(isText) : undefined,
    archived: typeof given.archived === "boolean" ? given.archived : undefined,
  };
  return tidy(read);
}

/** Without what is not said, so that the address stays short. */
export function tidy(state: ListState): ListState | undefined {
  const said = Object.entries(state).filter(([, value]) => value !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** The conditions of a clause, of which one must hold. */
export function conditionsOf(clause: Clause): Condition[] {
  return Array.isArray(clause) ? [clause] : clause.any;
}

export function clauseOf(conditions: Condition[]): Clause | undefined {
  const [first, ...others] = conditions;
  if (!first) return undefined;
  return others.length === 0 ? first : { any: conditions };
}

/** The next sort after a click on a header: up, down, none; with `adds` beside the others. */
export function nextSort(sort: string, field: string, adds: boolean): string {
  const levels = sort.split(",").filter(Boolean);
  const at = levels.findIndex((level) => level.replace(/^-/, "") === field);
  const now = levels[at];
  const next = now === undefined ? field : now.startsWith("-") ? undefined : `-${field}`;
  if (!adds) return next ?? "";
  if (at < 0) return [...levels, field].join(",");
  return next === undefined
    ? levels.filter((_, index) => index !== at).join(",")
    : levels.with(at, next).join(",");
}

export function directionOf(sort: string, field: string): "ascending" | "descending" | undefined {
  const level = sort.split(",").find((one) => one.replace(/^-/, "") === field);
  if (level === undefined) return undefined;
  return level.startsWith("-") ? "descending" : "ascending";
}

function isClause(value: unknown): value is Clause {
  if (Array.isArray(value)) return isCondition(value);
  if (typeof value !== "object" || value === null || !("any" in value)) return false;
  return Array.isArray(value.any) && value.any.length > 0 && value.any.every(isCondition);
}

function isCondition(value: unknown): value is Condition {
  return Array.isArray(value) && value.length >= 2 && isText(value[0]) && isText(value[1]);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function text(value: unknown): string | undefined {
  // The router reads ?q=2026 as a number. An empty text says "none", against the view.
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}
