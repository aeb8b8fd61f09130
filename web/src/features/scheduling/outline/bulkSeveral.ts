import type { CustomField } from "@/features/core/list/customFields";
import { holds } from "../columns/fields";
import { peopleEdits, type Staffed, staffedOf } from "../columns/people";
import type { Edit, Plan, PlanItem } from "../plan";
import { setEach } from "./many";

/** What becomes of several values in one field: some come to those that are there, take their place, or go. */
export const HOWS = ["add", "replace", "remove"] as const;
export type How = (typeof HOWS)[number];

/** Puts people and other resources on all the rows, or takes them off. */
export function staffEdits(
  plan: Plan,
  rows: readonly PlanItem[],
  wanted: readonly Staffed[],
  how: How,
): Edit[] {
  const on = staffedOf(plan);
  const named = new Set(wanted.map(({ resource_id }) => resource_id));
  return rows.flatMap((item) => {
    const others = on(item.id).filter(({ resource_id }) => !named.has(resource_id));
    const after = how === "replace" ? wanted : how === "remove" ? others : [...others, ...wanted];
    return peopleEdits(item, after, plan.assignments);
  });
}

/** A value of an own field in all the rows that have the field. */
export function ownEdits(
  rows: readonly PlanItem[],
  field: CustomField,
  value: unknown,
  how: How,
): Edit[] {
  const { name, type } = field;
  return setEach(
    rows.filter((item) => holds(field, item)),
    ({ custom }) => {
      const after = type === "tags" ? tagged(custom[name], value, how) : (value ?? null);
      return same(custom[name], after) ? null : { custom: { [name]: after } };
    },
  );
}

function tagged(held: unknown, value: unknown, how: How): unknown[] | null {
  const there = Array.isArray(held) ? held : [];
  const named = Array.isArray(value) ? value : [];
  const others = there.filter((one) => !named.includes(one));
  const after =
    how === "replace"
      ? named
      : how === "remove"
        ? others
        : [...there, ...named.filter((one) => !there.includes(one))];
  return after.length > 0 ? after : null;
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
