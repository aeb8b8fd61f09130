import { moved } from "../outline";
import * as one from "../outlineEdits";
import type { Edit, ItemFields, PlanItem } from "../plan";

/** What is done to several rows of the outline at once, as edits of the plan; nothing where it means nothing. */

type Deed = (items: readonly PlanItem[], id: string) => Edit[];

export function indent(items: readonly PlanItem[], ids: readonly string[]): Edit[] {
  return inTurn(items, tops(items, ids), one.indent);
}

/** From the last one on, so that they keep their order behind the parent. */
export function outdent(items: readonly PlanItem[], ids: readonly string[]): Edit[] {
  return inTurn(items, tops(items, ids).reverse(), one.outdent);
}

export function reorder(
  items: readonly PlanItem[],
  ids: readonly string[],
  direction: "up" | "down",
): Edit[] {
  const rows = tops(items, ids);
  const ordered = direction === "up" ? rows : rows.reverse();
  return inTurn(items, ordered, (now, id) => one.reorder(now, id, direction));
}

export function remove(items: readonly PlanItem[], ids: readonly string[]): Edit[] {
  return tops(items, ids).flatMap((id) => one.remove(items, id));
}

/** Puts rows under a parent, one behind the other. */
export function drop(
  items: readonly PlanItem[],
  ids: readonly string[],
  parentId: string | null,
  afterId: string | null,
): Edit[] {
  let after = afterId;
  return tops(items, ids).flatMap((id) => {
    const item = items.find((each) => each.id === id);
    if (!item || after === id) return [];
    const edit = one.move(item, parentId, after);
    after = id;
    return [edit];
  });
}

/** Rows whose own are not among them are left to the row above: it takes them along. */
export function tops(items: readonly PlanItem[], ids: readonly string[]): string[] {
  const parents = new Map(items.map(({ id, parent_id }) => [id, parent_id]));
  const marked = new Set(ids);
  return ids.filter((id) => {
    for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null)
      if (marked.has(up)) return false;
    return true;
  });
}

/** The tasks among rows, which have figures of their own: not summaries. */
export function leaves(items: readonly PlanItem[], ids: readonly string[]): PlanItem[] {
  const marked = new Set(ids);
  return items.filter(({ id, type }) => marked.has(id) && type !== "summary");
}

/** Gives every one of the tasks the fields that are meant for it. */
export function setEach(
  items: readonly PlanItem[],
  fieldsOf: (item: PlanItem) => ItemFields | null,
): Edit[] {
  return items.flatMap((item) => {
    const fields = fieldsOf(item);
    return fields ? [{ op: "set", id: item.id, version: item.version, fields } satisfies Edit] : [];
  });
}

export function merge(items: readonly PlanItem[], ids: readonly string[]): Edit[] {
  const [first, ...others] = ids.flatMap((id) => items.find((each) => each.id === id) ?? []);
  if (!first || others.length === 0) return [];
  const named = others.map(({ id, version }) => ({ id, version }));
  return [{ op: "merge", id: first.id, version: first.version, others: named }];
}

/** If one of them cannot, none does. */
function inTurn(items: readonly PlanItem[], ids: readonly string[], deed: Deed): Edit[] {
  let now = items;
  const edits: Edit[] = [];
  for (const id of ids) {
    const [edit] = deed(now, id);
    if (edit?.op !== "move") return [];
    now = moved(now, id, edit.parent_id, edit.after_id);
    edits.push(edit);
  }
  return edits;
}
