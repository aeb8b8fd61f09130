import type { Schemas } from "@/api/shown";

/**
 * An entry as it is sent. It has its id from the first: an entry that is changed or moved while the answer that tells of it
 * is still on its way stays the same entry.
 */
export type Entry = Schemas["ChecklistEntryOut"];

/** How much of a list is done; nothing where there is no list. */
export function progressOf(
  entries: readonly { done?: boolean }[],
): { done: number; of: number } | null {
  if (entries.length === 0) return null;
  return { done: entries.filter(({ done }) => done).length, of: entries.length };
}

/** The entry at one place put at another. */
export function reordered<T>(entries: readonly T[], from: number, to: number): T[] {
  const rest = entries.filter((_, index) => index !== from);
  const moved = entries[from];
  return moved === undefined || to < 0 || to >= entries.length
    ? [...entries]
    : [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** New entries from what was typed or pasted: one for each line, without its bullet. */
export function entriesOf(text: string): Entry[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line.replace(/^\s*(?:[-*•]\s+)?(?:\[([ xX])\]\s*)?/, (_all, box) =>
        box?.trim() ? "\u0000" : "",
      ),
    )
    .map((line) => ({ text: line.replace("\u0000", "").trim(), done: line.startsWith("\u0000") }))
    .filter(({ text: said }) => said !== "")
    .map((entry) => ({
      ...entry,
      id: freshId(),
      assignee_id: null,
      text: entry.text.slice(0, 500),
    }));
}

/** Not crypto.randomUUID: a server reached over plain http has none. */
function freshId(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(16).padStart(8, "0");
}
