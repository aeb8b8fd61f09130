import type { Post, Waiting } from "./portals";

export type Item =
  | { sort: "shipped"; id: string; proposal: Waiting["proposals"][number] }
  | { sort: "post"; id: string; post: Post }
  | { sort: "comment"; id: string; comment: Waiting["comments"][number] };

/** All that waits, in the order of the page, without what was just decided. */
export function itemsOf(waiting: Waiting, decided: ReadonlySet<string>): Item[] {
  const all: Item[] = [
    ...waiting.proposals.map(
      (proposal): Item => ({ sort: "shipped", id: `shipped ${proposal.post.id}`, proposal }),
    ),
    ...waiting.posts.map((post): Item => ({ sort: "post", id: post.id, post: post as Post })),
    ...waiting.comments.map((comment): Item => ({ sort: "comment", id: comment.id, comment })),
  ];
  return all.filter(({ id }) => !decided.has(id));
}

/** The one at hand: what was chosen, else the first; and what stands so many further. */
export function stepped(items: readonly Item[], chosen: string | undefined, by: number) {
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  );
  return items[Math.min(items.length - 1, Math.max(0, at + by))];
}

/** What is chosen once the one at hand is gone: the next, or at the end the one before. */
export function following(items: readonly Item[], gone: Item): string | undefined {
  const at = items.findIndex(({ id }) => id === gone.id);
  return (items[at + 1] ?? items[at - 1])?.id;
}
