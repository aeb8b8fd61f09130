import type { Branch } from "@/features/discovery/tree/layout";
import { type Children, childrenOf } from "../outline";
import type { PlanItem } from "../plan";

/** The project stands in the middle of everything. */
export const ROOT = "project";
export const HEIGHT = 40;
/** A plan of more items begins folded below its first level. */
export const MOST_OPEN = 120;

/** What the map draws: the project with the items below it, those below a folded one left out. */
export function branchesOf(items: readonly PlanItem[], folded: ReadonlySet<string>): Branch {
  const below = new Map<string | null, Branch[]>();
  const branch = (id: string, of: string | null): Branch => {
    const children = folded.has(id) ? [] : (below.get(of) ?? []).toReversed();
    return { id, height: HEIGHT, children };
  };
  // From the last item to the first, what is below an item comes before it.
  for (const { id, parent_id } of items.toReversed()) {
    const beside = below.get(parent_id);
    if (beside) beside.push(branch(id, id));
    else below.set(parent_id, [branch(id, id)]);
  }
  return branch(ROOT, null);
}

/** What is folded at first. */
export function foldedAtFirst(items: readonly PlanItem[]): Set<string> {
  if (items.length <= MOST_OPEN) return new Set();
  return new Set(items.filter(({ type }) => type === "summary").map(({ id }) => id));
}

export type Way = "up" | "down" | "in" | "out";

/** The node that an arrow leads to: to its parent, its first child, or the one above or below beside it. */
export function stepFrom(
  items: readonly PlanItem[],
  folded: ReadonlySet<string>,
  from: string,
  way: Way,
): string | null {
  const children = childrenOf(items);
  const item = items.find(({ id }) => id === from);
  if (way === "out") return item ? (item.parent_id ?? ROOT) : null;
  if (way === "in") {
    if (folded.has(from)) return null;
    return children.get(from === ROOT ? null : from)?.[0]?.id ?? null;
  }
  if (!item) return null;
  const row = sameLevel(children, folded, item.outline_level);
  const next = row[row.findIndex(({ id }) => id === from) + (way === "down" ? 1 : -1)];
  return next?.id ?? null;
}

/** The nodes of one column that are seen, from top to bottom. */
function sameLevel(children: Children, folded: ReadonlySet<string>, level: number): PlanItem[] {
  let row = folded.has(ROOT) ? [] : [...(children.get(null) ?? [])];
  for (let at = 1; at < level; at++)
    row = row.flatMap(({ id }) => (folded.has(id) ? [] : (children.get(id) ?? [])));
  return row;
}

/** Where a node goes that is dropped on another: before it, behind it, or as its last child. */
export function dropPlace(
  items: readonly PlanItem[],
  id: string,
  onto: string,
  part: "before" | "inside" | "behind",
): { parentId: string | null; afterId: string | null } | null {
  const above = new Map(items.map((item) => [item.id, item.parent_id]));
  for (let up: string | null = onto === ROOT ? null : onto; up; up = above.get(up) ?? null)
    if (up === id) return null;
  const children = childrenOf(items.filter((item) => item.id !== id));
  if (onto === ROOT || part === "inside") {
    const parentId = onto === ROOT ? null : onto;
    return { parentId, afterId: children.get(parentId)?.at(-1)?.id ?? null };
  }
  const parentId = above.get(onto) ?? null;
  const siblings = children.get(parentId) ?? [];
  const at = siblings.findIndex((each) => each.id === onto);
  return { parentId, afterId: part === "behind" ? onto : (siblings[at - 1]?.id ?? null) };
}
