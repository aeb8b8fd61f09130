import { dayHours } from "@/features/core/dayHours";
import { DAY, minuteOf, textOf } from "@/timeline/geometry/time";
import { parseDuration } from "@/timeline/grid/durations";
import type { Edit, ItemFields, Plan, PlanItem } from "../plan";
import { workdayOf } from "../workday";
import { leaves, setEach } from "./many";

export const BULK_FIELDS = [
  "duration",
  "shift",
  "start",
  "deadline",
  "percent",
  "priority",
  "owner",
  "type",
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** What summaries have as well. */
const OF_ALL: ReadonlySet<BulkField> = new Set(["deadline", "priority", "owner", "type"]);

/** The marked rows that a field is of. */
export function rowsFor(items: readonly PlanItem[], ids: readonly string[], field: BulkField) {
  const marked = new Set(ids);
  return OF_ALL.has(field) ? items.filter(({ id }) => marked.has(id)) : leaves(items, ids);
}

/** One value for all the rows; null where what is written cannot be read. `text` is empty for nobody, no date. */
export function bulkEdits(
  plan: Plan,
  ids: readonly string[],
  field: BulkField,
  text: string,
): Edit[] | null {
  const rows = rowsFor(plan.items, ids, field);
  const fieldsOf = reader(plan, field, text.trim());
  return fieldsOf && setEach(rows, fieldsOf);
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
    case "type":
      return () => ({ item_type_id: text || null });
  }
}

function whole(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return text !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
