import type { ItemType, State } from "@/features/core/types/itemTypes";
import type { Told } from "./lanes";
import type { Plan, PlanItem } from "./plan";

type FlowOf = (item: PlanItem | undefined) => readonly State[];

/** The workflow that an item goes through: that of its type of work, else that of the project. */
export function flowsOf(
  { project }: Pick<Plan, "project">,
  types: ReadonlyMap<string, Pick<ItemType, "workflow">>,
): FlowOf {
  return (item) => {
    const own = types.get(item?.item_type_id ?? "")?.workflow ?? [];
    return own.length > 0 ? own : project.workflow;
  };
}

export const stateIn = (flowOf: FlowOf, item: PlanItem | undefined): State | null =>
  flowOf(item).find(({ id }) => id === item?.state) ?? null;

/** The states that items can stand in, in the order of their workflows; what is called the same is one. */
export function statesOf(items: readonly PlanItem[], flowOf: FlowOf): State[] {
  const flows = new Set(items.map(flowOf));
  const known = new Map<string, State>();
  for (const state of [...flows].flat())
    if (!known.has(state.name.toLowerCase())) known.set(state.name.toLowerCase(), state);
  return [...known.values()];
}

/** The state that each item stands in, by its name. */
export function statedOf(items: readonly PlanItem[], flowOf: FlowOf): Told {
  const values = new Map<string, string>();
  for (const item of items) {
    const state = stateIn(flowOf, item);
    if (state) values.set(item.id, state.name.toLowerCase());
  }
  const names = statesOf(items, flowOf).map(({ name }) => [name.toLowerCase(), name] as const);
  return { values, names: new Map(names) };
}

/** By which working time each item goes: its own calendar, else that of the project. */
export function calendarOf({
  items,
  calendars,
  project,
}: Pick<Plan, "items" | "calendars" | "project">): Told {
  const named = [...calendars].sort((a, b) => a.title.localeCompare(b.title));
  const own = items.flatMap(({ id, calendar_id }) => {
    const found = calendar_id ?? project.calendar_id;
    return found ? [[id, found] as const] : [];
  });
  return { values: new Map(own), names: new Map(named.map(({ id, title }) => [id, title])) };
}
