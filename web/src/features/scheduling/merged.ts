import { childrenOf, flattened } from "./outline";
import type { Edited, Plan, PlanItem } from "./plan";

/** The plan with what an edit did to it. */
export function merged(plan: Plan, edited: Edited): Plan {
  if (edited.plan_version <= plan.project.plan_version) return plan;
  const removed = new Set(edited.removed);
  return {
    ...plan,
    project: {
      ...plan.project,
      plan_version: edited.plan_version,
      finish: edited.project.finish,
    },
    items: mergedItems(plan.items, edited, removed),
    links: mergedLinks(plan.links, edited, removed),
    assignments: mergedAssignments(plan.assignments, edited, removed),
    resources: edited.resources.length > 0 ? edited.resources : plan.resources,
    forecast: edited.forecast,
  };
}

/** The very same where the edit did nothing to them, so that they are not drawn anew. */
function mergedLinks(links: Plan["links"], edited: Edited, removed: Set<string>): Plan["links"] {
  if (removed.size + edited.links.length + edited.removed_links.length === 0) return links;
  const gone = new Set(edited.removed_links);
  const changed = new Map(edited.links.map((link) => [link.id, link]));
  const known = new Set(links.map(({ id }) => id));
  const kept = links
    .filter(({ id, before, after }) => !gone.has(id) && !removed.has(before) && !removed.has(after))
    .map((link) => changed.get(link.id) ?? link);
  return [...kept, ...edited.links.filter(({ id }) => !known.has(id))];
}

function mergedAssignments(
  before: Plan["assignments"],
  edited: Edited,
  removed: Set<string>,
): Plan["assignments"] {
  const gone = new Set([...edited.removed_assignments, ...edited.assignments.map(({ id }) => id)]);
  const kept = before.filter(({ id, item_id }) => !gone.has(id) && !removed.has(item_id));
  return [...kept, ...edited.assignments];
}

function mergedItems(items: readonly PlanItem[], edited: Edited, removed: Set<string>): PlanItem[] {
  const changed = new Map(edited.items.map((item) => [item.id, item]));
  const dates = new Map(edited.moved.map((move) => [move.id, move]));
  const known = new Set(items.map(({ id }) => id));
  const rows = items
    .filter(({ id }) => !removed.has(id))
    .map((item) => changed.get(item.id) ?? redated(item, dates.get(item.id)));
  const added = edited.items.filter(({ id }) => !known.has(id));
  const stands = (item: PlanItem) => {
    const now = changed.get(item.id);
    return !now || (now.parent_id === item.parent_id && now.position === item.position);
  };
  if (added.length === 0 && removed.size === 0 && items.every(stands)) return rows;
  const children = childrenOf([...rows, ...added]);
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position);
  return flattened(children);
}

function redated(item: PlanItem, move: Edited["moved"][number] | undefined): PlanItem {
  if (!move || !item.schedule) return item;
  return { ...item, schedule: { ...item.schedule, start: move.start, finish: move.finish } };
}
