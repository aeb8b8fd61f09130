import type { Kind } from "@/api/types";
import { readList } from "../list/state";
import type { ListState } from "../list/types";

/** The part of the address every page below a workspace shares. */
export interface ShellSearch {
  /** The object in the right panel: `kind:id`. */
  peek?: string;
  /** The kind whose quick-create form is open. */
  create?: string;
  /** The object that a reminder is asked for: `kind:id`. */
  remind?: string;
  /** The product the Product perspective looks at. */
  product?: string;
  /** The open tab of an object on its own page, or of another page's views. */
  tab?: string;
  /** The open tab of the object in the right panel. */
  peekTab?: string;
  /** A throughline as a picture or as an outline. */
  line?: LineView;
  /** How the page's list is looked at. */
  list?: ListState;
  /** The row that is shown of the page's list or plan, by its id or key. */
  row?: string;
}

export type LineView = "graph" | "list";

export function readShellSearch(search: Record<string, unknown>): ShellSearch {
  return {
    peek: textOf(search.peek),
    create: textOf(search.create),
    remind: textOf(search.remind),
    product: textOf(search.product),
    tab: textOf(search.tab),
    peekTab: textOf(search.peekTab),
    line: search.line === "graph" || search.line === "list" ? search.line : undefined,
    list: readList(search.list),
    row: textOf(search.row),
  };
}

export interface PeekTarget {
  kind: Kind;
  id: string;
}

export function readPeek(peek: string | undefined): PeekTarget | undefined {
  const match = /^([a-z_]+):(.+)$/.exec(peek ?? "");
  return match?.[1] && match[2] ? { kind: match[1] as Kind, id: match[2] } : undefined;
}

export function writePeek({ kind, id }: PeekTarget): string {
  return `${kind}:${id}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
