import type { CustomField } from "@/features/core/list/customFields";
import { holdsFor } from "@/features/core/types/itemTypes";
import { CONSTRAINTS } from "./kinds";
import type { ItemFields, PlanItem } from "./plan";

/** The fields that rows of a board may stand for, beside those that people added (`custom.…`). */
export const BUILT_IN = ["type", "owner", "assigned", "parent", "priority"] as const;

/** The same of the groups of a chart. */
export const GROUPED_BY = [
  ...BUILT_IN,
  "state",
  "progress",
  "iteration",
  "calendar",
  "constraint",
  "critical",
] as const;

/** What is told of the items from beside them, such as who is assigned to them, and the iteration that each was promised for. */
const BESIDE = ["assigned", "iteration", "state", "calendar"] as const;
export type Beside = (typeof BESIDE)[number];
type By = (typeof GROUPED_BY)[number];

/** Of each item its value, and of each value its name, in the order of the rows. */
export interface Told {
  values: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

/** Those that people added, to be chosen from. */
export function ownOptions(own: readonly CustomField[]) {
  return own.map(({ name, title }) => ({ value: `custom.${name}`, label: title }));
}

/** What the rows of the board, or the groups of the chart, stand for; nothing: there is one row. */
export interface LaneOf {
  by: By | "custom" | "none";
  custom?: CustomField;
  /** Of what stands beside the items. */
  told?: Told;
}

export interface Lane {
  /** Null is "none of them". */
  value: string | null;
  name: string;
}

export interface Names {
  people: ReadonlyMap<string, string>;
  items: ReadonlyMap<string, PlanItem>;
  /** Types of work in their order. */
  types: ReadonlyMap<string, string>;
  /** What has no type. */
  plain: string;
  /** Of the stages of progress, of constraints, and of what is critical and what is not. */
  words?: ReadonlyMap<string, string>;
  /** Of what own fields lead to. */
  references?: ReadonlyMap<string, string>;
  none: string;
  yes: string;
  no: string;
}

export function lanesNamed(
  field: string | undefined,
  own: readonly CustomField[],
  known: readonly By[] = BUILT_IN,
  beside: Partial<Record<Beside, Told>> = {},
): LaneOf {
  const builtIn = known.find((each) => each === field);
  const told = BESIDE.find((each) => each === builtIn);
  if (told) return { by: told, told: beside[told] };
  if (builtIn) return { by: builtIn };
  const custom = own.find(({ name }) => `custom.${name}` === field);
  return custom ? { by: "custom", custom } : { by: "none" };
}

/** Values that come in an order of their own. */
const ORDERED: Partial<Record<LaneOf["by"], readonly string[]>> = {
  progress: ["to_do", "doing", "done"],
  critical: ["critical", "uncritical"],
  constraint: CONSTRAINTS,
};

function stageOf({ percent_complete, actual_start, actual_finish }: PlanItem): string {
  if (percent_complete >= 100 || actual_finish) return "done";
  return percent_complete > 0 || actual_start ? "doing" : "to_do";
}

const AND = "\n";

/** The rows that an item stands in: several, where its field holds several values. */
export function lanesOf(lanes: LaneOf, item: PlanItem): (string | null)[] {
  const value = laneOf(lanes, item);
  return value !== null && lanes.custom?.type === "tags" ? value.split(AND) : [value];
}

/** In which group an item stands; where its field holds several values, in that of all of them together. */
export function laneOf(lanes: LaneOf, item: PlanItem): string | null {
  switch (lanes.by) {
    case "type":
      return item.item_type_id;
    case "owner":
      return item.owner_id;
    case "assigned":
    case "iteration":
    case "state":
    case "calendar":
      return lanes.told?.values.get(item.id) ?? null;
    case "parent":
      return item.parent_id;
    case "priority":
      return String(item.priority);
    case "progress":
      return stageOf(item);
    case "constraint":
      return item.constraint?.kind ?? "ASAP";
    case "critical":
      return item.schedule?.critical ? "critical" : "uncritical";
    case "custom": {
      const { name = "", only_types = [] } = lanes.custom ?? {};
      const value = holdsFor(only_types, item.item_type_id) ? item.custom[name] : null;
      if (value === null || value === undefined) return null;
      return Array.isArray(value) ? value.join(AND) || null : String(value);
    }
    case "none":
      return null;
  }
}

/** The rows of a board that the items need; what holds several values stands in several of them. */
export function rowsFor(lanes: LaneOf, items: readonly PlanItem[], names: Names): Lane[] {
  return named(lanes, new Set(items.flatMap((item) => lanesOf(lanes, item))), names);
}

/** The groups that the items need. */
export function lanesFor(lanes: LaneOf, items: readonly PlanItem[], names: Names): Lane[] {
  return named(lanes, new Set(items.map((item) => laneOf(lanes, item))), names);
}

/** In the order of the field, "none" last. */
function named(lanes: LaneOf, used: ReadonlySet<string | null>, names: Names): Lane[] {
  if (lanes.by === "none") return [{ value: null, name: "" }];
  const options =
    lanes.custom?.options.map(({ value }) => value) ??
    (lanes.told ? [...lanes.told.names.keys()] : ORDERED[lanes.by]) ??
    [];
  const found = [...used].filter((value) => value !== null);
  const values =
    options.length > 0 ? [...options, ...found.filter((each) => !options.includes(each))] : found;
  const rows = values.map((value) => ({ value, name: nameOf(lanes, value, names) }));
  if (lanes.by === "priority") rows.sort((a, b) => Number(b.value) - Number(a.value));
  else if (lanes.by === "type") {
    const order = [...names.types.keys()];
    rows.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    return [{ value: null, name: names.plain }, ...rows];
  } else if (lanes.by === "owner") rows.sort((a, b) => a.name.localeCompare(b.name));
  return lanes.by === "priority" ? rows : [...rows, { value: null, name: names.none }];
}

function nameOf({ by, custom, told }: LaneOf, value: string, names: Names): string {
  const { people, items, types, words, references, yes, no } = names;
  if (by === "type") return types.get(value) ?? value;
  if (told) return told.names.get(value) ?? value;
  if (by === "owner" || custom?.type === "person") return people.get(value) ?? value;
  if (custom?.type === "reference") return references?.get(value) ?? value;
  if (by === "progress" || by === "critical" || by === "constraint")
    return words?.get(value) ?? value;
  if (by === "parent") return items.get(value)?.title ?? value;
  if (custom?.type === "yes_no") return value === "true" ? yes : no;
  const label = (each: string) => custom?.options.find((one) => one.value === each)?.label ?? each;
  return custom?.type === "tags" ? value.split(AND).map(label).join(", ") : label(value);
}

/** The fields that bring an item from one row to another. A parent is changed by a move of the outline instead. */
export function laneEdit(
  lanes: LaneOf,
  value: string | null,
  item: PlanItem,
  from: string | null,
): ItemFields {
  if (value === from) return {};
  switch (lanes.by) {
    case "type":
      return { item_type_id: value };
    case "owner":
      return { owner_id: value };
    case "priority":
      return value === null ? {} : { priority: Number(value) };
    case "custom":
      return lanes.custom
        ? { custom: { [lanes.custom.name]: sent(lanes, value, item, from) } }
        : {};
    default:
      return {};
  }
}

function sent(lanes: LaneOf, value: string | null, item: PlanItem, from: string | null): unknown {
  const type = lanes.custom?.type;
  if (type === "tags") return exchanged(lanesOf(lanes, item), from, value);
  if (value === null) return null;
  if (type === "number") return Number(value);
  return type === "yes_no" ? value === "true" : value;
}

/** One of several values in place of another; the others stay, also where it is taken away. */
function exchanged(
  held: readonly (string | null)[],
  from: string | null,
  to: string | null,
): string[] | null {
  const kept = held.map((each) => (each === from ? to : each)).filter((each) => each !== null);
  return kept.length > 0 ? [...new Set(kept)] : null;
}
