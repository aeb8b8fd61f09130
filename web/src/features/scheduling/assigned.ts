import type { Told } from "./lanes";
import type { Edit, Plan, PlanItem } from "./plan";

const AND = "+";

/** Who is assigned to each item: several stand as one, "Ann, Ben", so that an item stands in one group. */
export function assignedOf({
  assignments,
  resources,
}: Pick<Plan, "assignments" | "resources">): Told {
  const titles = new Map(resources.map(({ id, title }) => [id, title]));
  const named = (id: string) => titles.get(id) ?? "";
  const within = new Map<string, string[]>();
  for (const { item_id, resource_id } of assignments)
    within.set(item_id, [...(within.get(item_id) ?? []), resource_id]);
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [item, ids] of within) {
    const sorted = [...new Set(ids)].sort((a, b) => named(a).localeCompare(named(b)));
    const value = sorted.join(AND);
    values.set(item, value);
    names.set(value, sorted.map(named).join(", "));
  }
  return { values, names: new Map([...names].sort(([, a], [, b]) => a.localeCompare(b))) };
}

/** The edits that put those of a group on an item, and take others off it. */
export function assignEdits(
  { id }: PlanItem,
  value: string | null,
  assignments: Plan["assignments"],
): Edit[] {
  const wanted = new Set(value?.split(AND) ?? []);
  const held = assignments.filter(({ item_id }) => item_id === id);
  const there = new Set(held.map(({ resource_id }) => resource_id));
  return [
    ...held
      .filter(({ resource_id }) => !wanted.has(resource_id))
      .map((one): Edit => ({ op: "unassign", id: one.id })),
    ...[...wanted]
      .filter((resource) => !there.has(resource))
      .map(
        (resource_id): Edit => ({ op: "assign", item: id, resource_id, units: 1, booking: "hard" }),
      ),
  ];
}
