import type { InboxItem } from "@/features/core/inbox";

/** How many titles a notice names. */
const NAMED = 3;

/** Messages that were not looked at and came after the last one that was noticed. */
export function freshOf<T extends Pick<InboxItem, "seq" | "unseen">>(
  items: readonly T[],
  noticed: number,
): T[] {
  return items.filter((item) => item.unseen && item.seq > noticed);
}

/** The first titles among these, each once, one a line. */
export function linesOf(items: readonly Pick<InboxItem, "title" | "key">[]): string {
  const titles = new Set(items.map(({ title, key }) => title || key).filter(Boolean));
  return [...titles].slice(0, NAMED).join("\n");
}

export function newestOf(items: readonly Pick<InboxItem, "seq">[]): number {
  return items.reduce((newest, { seq }) => Math.max(newest, seq), 0);
}
