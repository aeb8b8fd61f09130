import type { InboxItem } from "@/features/core/inbox";

/** How many messages a notice names. */
const NAMED = 3;

/** Messages that were not looked at and came after the last one that was noticed. */
export function freshOf<T extends Pick<InboxItem, "seq" | "unseen">>(
  items: readonly T[],
  noticed: number,
): T[] {
  return items.filter((item) => item.unseen && item.seq > noticed);
}

/** What a message names: the first of what concerns the reader, else the object of the change. */
export function aboutOf(item: InboxItem): Pick<InboxItem, "kind" | "key" | "title"> {
  return item.touched[0] ?? item;
}

/** The first of these sentences, each once, one a line. */
export function linesOf(sentences: readonly string[]): string {
  return [...new Set(sentences)].slice(0, NAMED).join("\n");
}

export function newestOf(items: readonly Pick<InboxItem, "seq">[]): number {
  return items.reduce((newest, { seq }) => Math.max(newest, seq), 0);
}
