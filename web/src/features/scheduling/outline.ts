import type { PlanItem } from "./plan";
import { codeBelow } from "./wbs";

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
  const waiting: PlanItem[] = [];
  const wait = (parent: string | null, level: number, above: string) => {
    const below = (children.get(parent) ?? []).map((item, index) => ({
      ...item,
      outline_level: level,
      wbs: codeBelow(above, index + 1),
    }));
    waiting.push(...below.reverse());
  };
  wait(null, 1, "");
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const isSummary = (children.get(item.id)?.length ?? 0) > 0;
    rows.push({
      ...item,
      type: isSummary ? "summary" : item.type === "summary" ? "task" : item.type,
    });
    wait(item.id, item.outline_level + 1, item.wbs);
  }
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
