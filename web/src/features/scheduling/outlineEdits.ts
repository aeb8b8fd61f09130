import type { Predecessor } from "@/timeline/types";
import { childrenOf } from "./outline";
import type { Dependency, Edit, PlanItem } from "./plan";

/** What the keys and gestures of the outline mean as edits of the plan; nothing where they mean nothing. */

export function indent(items: readonly PlanItem[], id: string): Edit[] {
  const { item, siblings, index, children } = placeOf(items, id);
  const above = siblings[index - 1];
  if (!item || !above) return [];
  return [move(item, above.id, children.get(above.id)?.at(-1)?.id ?? null)];
}

export function outdent(items: readonly PlanItem[], id: string): Edit[] {
  const { item } = placeOf(items, id);
  const parent = items.find((each) => each.id === item?.parent_id);
  return item && parent ? [move(item, parent.parent_id, parent.id)] : [];
}

export function reorder(items: readonly PlanItem[], id: string, direction: "up" | "down"): Edit[] {
  const { item, siblings, index } = placeOf(items, id);
  if (!item) return [];
  if (direction === "up") {
    return index === 0 ? [] : [move(item, item.parent_id, siblings[index - 2]?.id ?? null)];
  }
  const below = siblings[index + 1];
  return below ? [move(item, item.parent_id, below.id)] : [];
}

/** After a row that stands under the parent, else after the last one that does. */
export function add(
  items: readonly PlanItem[],
  place: { afterId: string | null; parentId: string | null },
  made: { title: string; minutes: number },
): Edit[] {
  const siblings = childrenOf(items).get(place.parentId) ?? [];
  const after = siblings.find(({ id }) => id === place.afterId) ?? siblings.at(-1);
  return [
    {
      op: "add",
      parent_id: place.parentId,
      after_id: after?.id ?? null,
      title: made.title,
      duration_minutes: made.minutes,
      type: "task",
    },
  ];
}

export function remove(items: readonly PlanItem[], id: string): Edit[] {
  const item = items.find((each) => each.id === id);
  return item ? [{ op: "remove", id, version: item.version }] : [];
}

/** From the links that a row has to those that were written for it. */
export function waitsFor(
  links: readonly Dependency[],
  id: string,
  wanted: readonly Predecessor[],
): Edit[] {
  const had = links.filter(({ after }) => after === id);
  const edits: Edit[] = [];
  const kept = new Set<string>();
  for (const wish of wanted) {
    const link = had.find(({ id: linkId, before }) => before === wish.before && !kept.has(linkId));
    const lag = { kind: wish.kind, lag_minutes: wish.lagMinutes, lag_unit: wish.lagUnit };
    if (!link) edits.push({ op: "link", before: wish.before, after: id, ...lag });
    else {
      kept.add(link.id);
      if (!isSame(link, wish)) edits.push({ op: "relink", id: link.id, ...lag });
    }
  }
  // First what goes: a link that is turned round must not meet its former self.
  const gone = had.filter((link) => !kept.has(link.id));
  return [...gone.map((link): Edit => ({ op: "unlink", id: link.id })), ...edits];
}

function isSame(link: Dependency, wish: Predecessor): boolean {
  return (
    link.kind === wish.kind &&
    link.lag_minutes === wish.lagMinutes &&
    (link.lag_minutes === 0 || link.lag_unit === wish.lagUnit)
  );
}

function placeOf(items: readonly PlanItem[], id: string) {
  const children = childrenOf(items);
  const item = items.find((each) => each.id === id);
  const siblings = (item && children.get(item.parent_id)) ?? [];
  return { item, siblings, index: siblings.findIndex((each) => each.id === id), children };
}

export function move(item: PlanItem, parent_id: string | null, after_id: string | null): Edit {
  return { op: "move", id: item.id, version: item.version, parent_id, after_id };
}
