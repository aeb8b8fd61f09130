import type { Kind } from "@/api/types";

/** The part of the address every page below a workspace shares. */
export interface ShellSearch {
  /** The object in the right panel: `kind:id`. */
  peek?: string;
  /** The kind whose quick-create form is open. */
  create?: string;
  /** The product the Product perspective looks at. */
  product?: string;
}

export function readShellSearch(search: Record<string, unknown>): ShellSearch {
  return {
    peek: textOf(search.peek),
    create: textOf(search.create),
    product: textOf(search.product),
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
