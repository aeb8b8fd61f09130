import { minuteOf, textOf } from "@/timeline/geometry/time";
import { moved, withBelow } from "./outline";
import type { Edit, ItemFields, Plan, PlanItem } from "./plan";

/** The plan as it will look once the edit is saved, as far as one can tell without computing it anew. */
export function foreseen(plan: Plan, edits: readonly Edit[]): Plan {
  return edits.reduce(after, plan);
}

function after(plan: Plan, edit: Edit): Plan {
  switch (edit.op) {
    case "set":
      return {
        ...plan,
        items: plan.items.map((item) =>
          item.id === edit.id ? withFields(item, edit.fields) : item,
        ),
      };
    case "remove": {
      const gone = withBelow(plan.items, edit.id);
      return {
        ...plan,
        items: plan.items.filter(({ id }) => !gone.has(id)),
        links: plan.links.filter((link) => !gone.has(link.before) && !gone.has(link.after)),
      };
    }
    case "move":
      return { ...plan, items: moved(plan.items, edit.id, edit.parent_id, edit.after_id) };
    case "link": {
      const { op: _op, ...link } = edit;
      return {
        ...plan,
        links: [...plan.links, { ...link, id: `new:${edit.before}:${edit.after}` }],
      };
    }
    case "relink":
      return {
        ...plan,
        links: plan.links.map((link) => {
          const { op: _op, ...fields } = edit;
          return link.id === edit.id ? { ...link, ...fields } : link;
        }),
      };
    case "unlink":
      return { ...plan, links: plan.links.filter(({ id }) => id !== edit.id) };
    // Who is on what decides dates, which only the server computes.
    case "assign":
    case "reassign":
      return plan;
    case "unassign":
      return { ...plan, assignments: plan.assignments.filter(({ id }) => id !== edit.id) };
    // A new row gets its key and dates from the server; the outline opens it for typing once it is there.
    case "add":
    case "split":
    case "promote":
    case "merge":
    case "clone":
    case "repeat":
    case "insert":
      return plan;
  }
}

const SHOWN = [
  "title",
  "duration_minutes",
  "percent_complete",
  "constraint",
  "deadline",
  "estimate",
  "manual",
  "priority",
  "actual_start",
  "actual_finish",
  "owner_id",
  "item_type_id",
  "calendar_id",
  "state",
  "checklist",
] as const;

function withFields(item: PlanItem, fields: ItemFields): PlanItem {
  const given = Object.fromEntries(
    SHOWN.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
  const next = { ...item, ...given } as PlanItem;
  if (fields.type) next.type = fields.type;
  if (fields.custom) next.custom = { ...item.custom, ...fields.custom };
  return fields.start && item.schedule
    ? { ...next, schedule: shifted(item.schedule, fields.start) }
    : next;
}

function shifted(
  schedule: NonNullable<PlanItem["schedule"]>,
  start: string,
): NonNullable<PlanItem["schedule"]> {
  const by = minuteOf(start) - minuteOf(schedule.start);
  return { ...schedule, start, finish: textOf(minuteOf(schedule.finish) + by) };
}
