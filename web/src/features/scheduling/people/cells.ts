import type { Edit, Plan } from "../plan";

type Assignment = Plan["assignments"][number];

/** All the minutes that somebody works on an item of a duration, regular and overtime. */
export function workOf(
  { units, work_minutes, overtime_minutes }: Assignment,
  duration: number,
): number {
  return (work_minutes ?? Math.round(units * duration)) + overtime_minutes;
}

/** What is typed into a cell of the grid: a percentage; nothing takes somebody off; null cannot be read. */
export function readUnits(text: string): number | undefined | null {
  const said = text.trim().replace("%", "").replace(",", ".").trim();
  if (said === "") return undefined;
  const percent = Number(said);
  return Number.isFinite(percent) && percent >= 0 && percent <= 1_000_000 ? percent / 100 : null;
}

/** The edit that makes a cell hold these units; none where it holds them already. */
export function cellEdit(
  assignment: Assignment | undefined,
  units: number | undefined,
  itemId: string,
  resourceId: string,
): Edit | undefined {
  if (units === undefined) return assignment && { op: "unassign", id: assignment.id };
  if (!assignment) {
    return { op: "assign", item: itemId, resource_id: resourceId, units, booking: "hard" };
  }
  return units === assignment.units ? undefined : { op: "reassign", id: assignment.id, units };
}

/** Put a resource on each of the items that it is not on yet. */
export function assignAll(
  assignments: readonly Assignment[],
  itemIds: readonly string[],
  resourceId: string,
): Edit[] {
  const there = new Set(
    assignments.filter((one) => one.resource_id === resourceId).map(({ item_id }) => item_id),
  );
  return itemIds
    .filter((id) => !there.has(id))
    .map((item) => ({ op: "assign", item, resource_id: resourceId, units: 1, booking: "hard" }));
}
