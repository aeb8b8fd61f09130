import type { PlanItem } from "./plan";

/** The items in the order of the outline, under each parent. */
export type Children = ReadonlyMap<string | null, readonly PlanItem[]>;

export function childrenOf(items: readonly PlanItem[]): Map<string | null, PlanItem[]> {
  const children = new Map<string | null, PlanItem[]>();
  for (const item of items) {
    const own = children.get(item.parent_id);
    if (own) own.push(item);
    else children.set(item.parent_id, [item]);
  }
  return children;
}

/** The outline read from the top, with its levels and numbers. */
export function flattened(children: Children): PlanItem[] {
  const rows: PlanItem[] = [];
  const walk = (parent: string | null, level: number, prefix: string) => {
    (children.get(parent) ?? []).forEach((item, index) => {
      const wbs = `${prefix}${index + 1}`;
      const below = children.get(item.id);
      const type = below?.length ? "summary" : item.type === "summary" ? "task" : item.type;
      rows.push({ ...item, outline_level: level, wbs, type });
      walk(item.id, level + 1, `${wbs}.`);
    });
  };
  walk(null, 1, "");
  return rows;
}

/** The item and everything below it. */
export function withBelow(items: readonly PlanItem[], id: string): Set<string> {
  const found = new Set([id]);
  for (const item of items) if (item.parent_id && found.has(item.parent_id)) found.add(item.id);
  return found;
}

/** Is all of the work done? A plan without work is not. */
export function isFinished(items: readonly PlanItem[]): boolean {
  const holders = new Set(items.map(({ parent_id }) => parent_id));
  const work = items.filter(({ id, active }) => active && !holders.has(id));
  return work.length > 0 && work.every(({ percent_complete }) => percent_complete === 100);
}

/** Puts an item under another parent, after a sibling there (null: first). */
export function moved(
  items: readonly PlanItem[],
  id: string,
  parentId: string | null,
  afterId: string | null,
): PlanItem[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [...items];
  const children = childrenOf(items.filter((each) => each.id !== id));
  const siblings = children.get(parentId) ?? [];
  const at = afterId === null ? 0 : siblings.findIndex((each) => each.id === afterId) + 1;
  const placed = [...siblings];
  placed.splice(at, 0, { ...item, parent_id: parentId });
  children.set(parentId, placed);
  return flattened(children);
}

/** Right below a row, or at the end where there is none. */
export function placeBelow(items: readonly PlanItem[], rowId: string | null) {
  const row = items.find(({ id }) => id === rowId);
  const last = items.filter(({ parent_id }) => parent_id === null).at(-1);
  return { parentId: row?.parent_id ?? null, afterId: row?.id ?? last?.id ?? null };
}
