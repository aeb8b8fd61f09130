import { dayHours } from "@/features/core/dayHours";
import { counterpart, type ItemType } from "@/features/core/types/itemTypes";
import { DAY, minuteOf, textOf } from "@/timeline/geometry/time";
import { parseDuration } from "@/timeline/grid/durations";
import { flowsOf, statesOf } from "../flows";
import type { Edit, ItemFields, Plan, PlanItem } from "../plan";
import { workdayOf } from "../workday";
import { leaves, setEach } from "./many";

type Types = ReadonlyMap<string, Pick<ItemType, "workflow">>;

export const BULK_FIELDS = [
  "duration",
  "shift",
  "start",
  "deadline",
  "percent",
  "priority",
  "owner",
  "people",
  "state",
  "iteration",
  "calendar",
  "type",
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** What summaries have as well; people's own fields they have too. */
const OF_ALL: ReadonlySet<string> = new Set(["deadline", "priority", "owner", "type"]);

/** The marked rows that a field is of. */
export function rowsFor(items: readonly PlanItem[], ids: readonly string[], field: string) {
  const marked = new Set(ids);
  return OF_ALL.has(field) || field.startsWith("custom.")
    ? items.filter(({ id }) => marked.has(id))
    : leaves(items, ids);
}

/** One value for all the rows; null where what is written cannot be read. `text` is empty for nobody, no date. */
export function bulkEdits(
  plan: Plan,
  ids: readonly string[],
  field: BulkField,
  text: string,
  types: Types = new Map(),
): Edit[] | null {
  const rows = rowsFor(plan.items, ids, field);
  if (field === "state") return putIn(text, rows, plan, types);
  const fieldsOf = reader(plan, field, text.trim());
  return fieldsOf && setEach(rows, fieldsOf);
}

/** Each into the state of that name, or into what stands for it where the item goes another way. */
function putIn(name: string, rows: readonly PlanItem[], plan: Plan, types: Types): Edit[] | null {
  const flowOf = flowsOf(plan, types);
  const wanted = statesOf(rows, flowOf).find((state) => state.name === name);
  if (!wanted) return null;
  return setEach(rows, (item) => {
    const state = counterpart(wanted, flowOf(item));
    return state && state.id !== item.state ? { state: state.id } : null;
  });
}

type FieldsOf = (item: PlanItem) => ItemFields | null;

function reader({ project, calendars }: Plan, field: BulkField, text: string): FieldsOf | null {
  const calendar = calendars.find(({ id }) => id === project.calendar_id);
  const lastHour = (day: string) => dayHours(calendar, day).finish;
  switch (field) {
    case "duration": {
      const minutes = parseDuration(text, workdayOf(project));
      return minutes === null ? null : () => ({ duration_minutes: minutes });
    }
    case "shift": {
      const days = whole(text, -36_500, 36_500);
      return days === null || days === 0
        ? null
        : ({ schedule }) => schedule && { start: textOf(minuteOf(schedule.start) + days * DAY) };
    }
    case "start":
      return text ? () => ({ start: `${text}${project.start.slice(10)}` }) : null;
    case "deadline":
      return () => ({ deadline: text ? `${text}T${lastHour(text)}` : null });
    case "percent": {
      const percent = whole(text, 0, 100);
      return percent === null ? null : () => ({ percent_complete: percent });
    }
    case "priority": {
      const priority = whole(text, 0, 1000);
      return priority === null ? null : () => ({ priority });
    }
    case "owner":
      return () => ({ owner_id: text || null });
    case "calendar":
      return () => ({ calendar_id: text || null });
    case "type":
      return () => ({ item_type_id: text || null });
    default:
      return null;
  }
}

function whole(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return text !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
