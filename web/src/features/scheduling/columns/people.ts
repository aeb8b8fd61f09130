import { grouped } from "@/ui/grouped";
import type { Edit, Plan, PlanItem } from "../plan";
import { named } from "./planColumn";

/** Somebody or something on an item: full-time equivalents, or pieces of a material. */
export interface Staffed {
  resource_id: string;
  units: number;
}

type Named = Pick<Plan["resources"][number], "id" | "title">;

/** A comma within brackets is one of a figure. */
const AND = /[;,](?![^[]*\])/;
const PART = /^(.*?)\s*(?:\[\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*\])?$/;

/** `Ann; Bob [50%]`: who they are, and the names that nobody has. */
export function readPeople(text: string, known: readonly Named[]) {
  const staffed: Staffed[] = [];
  const unknown: string[] = [];
  for (const part of text.split(AND)) {
    const [, name = "", figure, percent] = PART.exec(part.trim()) ?? [];
    if (name === "") continue;
    const found = named(name, known, ({ title }) => title);
    const units = Number((figure ?? "1").replace(",", ".")) / (percent ? 100 : 1);
    if (found) staffed.push({ resource_id: found.id, units });
    else unknown.push(name);
  }
  return { staffed, unknown };
}

/** As `readPeople` reads it. */
export function peopleText(
  staffed: readonly Staffed[],
  resources: ReadonlyMap<string, Plan["resources"][number]>,
): string {
  return staffed
    .flatMap(({ resource_id, units }) => {
      const found = resources.get(resource_id);
      if (!found) return [];
      if (units === 1) return found.title;
      const figure = found.kind === "work" ? `${Number((units * 100).toFixed(2))}%` : String(units);
      return `${found.title} [${figure}]`;
    })
    .join("; ");
}

/** From those who are on an item to those who are wanted on it. */
export function peopleEdits(
  { id }: Pick<PlanItem, "id">,
  wanted: readonly Staffed[],
  assignments: Plan["assignments"],
): Edit[] {
  const held = assignments.filter(({ item_id }) => item_id === id);
  const unitsOf = new Map(wanted.map(({ resource_id, units }) => [resource_id, units]));
  const there = new Map(held.map((one) => [one.resource_id, one]));
  const gone = held.filter(({ resource_id }) => !unitsOf.has(resource_id));
  return [
    ...gone.map((one): Edit => ({ op: "unassign", id: one.id })),
    ...[...unitsOf].flatMap(([resource_id, units]): Edit[] => {
      const one = there.get(resource_id);
      if (!one) return [{ op: "assign", item: id, resource_id, units, booking: "hard" }];
      return one.units === units ? [] : [{ op: "reassign", id: one.id, units }];
    }),
  ];
}

/** Who is on each item; counted only once it is asked. */
export function staffedOf({ assignments }: Plan): (id: string) => readonly Staffed[] {
  let byItem: Map<string, Staffed[]> | undefined;
  return (id) => {
    byItem ??= grouped(assignments, ({ item_id }) => item_id);
    return byItem.get(id) ?? [];
  };
}
