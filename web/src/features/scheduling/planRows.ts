import { hoursOf, workingMinutes } from "@/features/core/workingTime";
import { minuteOf } from "@/timeline/geometry/time";
import type { TimelineLink, TimelineRow } from "@/timeline/types";
import { scopesOf } from "./outline/scope";
import type { Dependency, Plan, PlanItem } from "./plan";

/** An open task with no more slack than this many working days may be the next to decide the finish. */
const NEAR_DAYS = 2;

const NO_TYPES: ReadonlyMap<string, { title: string }> = new Map();

/** The plan as the Gantt draws it. */
export function planRows(
  plan: Plan,
  types: ReadonlyMap<string, { title: string }> = NO_TYPES,
): TimelineRow[] {
  const names = new Map(plan.resources.map(({ id, title }) => [id, title]));
  const people = new Map<string, string[]>();
  for (const { item_id, resource_id } of plan.assignments) {
    const name = names.get(resource_id);
    if (name) people.set(item_id, [...(people.get(item_id) ?? []), name]);
  }
  const crossing = crossingOf(plan);
  const near = NEAR_DAYS * plan.project.minutes_per_day;
  const scopes = scopesOf(plan.items);
  const hours = hoursOf(plan.calendars.find(({ id }) => id === plan.project.calendar_id));
  return plan.items.map((item) => {
    const row = knownRowOf(item, {
      typeName: types.get(item.item_type_id ?? "")?.title,
      note: noteOf(people.get(item.id), crossing.get(item.id)),
      nearCritical: isNearlyCritical(item, near),
    });
    if (row.kind !== "summary") return row;
    const scope = scopes.get(item.id);
    const whole = {
      ...row,
      ownMinutes: scope?.own ?? null,
      unallocatedMinutes: scope?.unallocated ?? null,
    };
    if (row.start === null || row.finish === null) return whole;
    // A summary has no duration of its own: it lasts as long as what is below it.
    return { ...whole, durationMinutes: workingMinutes(hours, row.start, row.finish) };
  });
}

/** By item what links it with other projects, as "← CLD-12" where it waits and "→ APP-3" where another does. */
function crossingOf({ crossing }: Plan): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { item_id, end, item } of crossing) {
    const sign = `${end === "after" ? "←" : "→"} ${item?.key ?? "…"}`;
    found.set(item_id, [...(found.get(item_id) ?? []), sign]);
  }
  return found;
}

function noteOf(people: string[] = [], crossing: string[] = []): string | undefined {
  const parts = [people.join(", "), ...crossing].filter(Boolean);
  return parts.length > 0 ? parts.join("  ") : undefined;
}

/** What more than the item itself says of its row. */
type Told = Pick<TimelineRow, "note" | "nearCritical" | "typeName">;

const known = new WeakMap<PlanItem, TimelineRow>();

/** The same row as before of an item that is the same: an edit changes few of ten thousand. */
function knownRowOf(item: PlanItem, told: Told): TimelineRow {
  const before = known.get(item);
  const isSame =
    before?.note === told.note &&
    before?.nearCritical === told.nearCritical &&
    before?.typeName === told.typeName;
  if (before && isSame) return before;
  const row = rowOf(item, told);
  known.set(item, row);
  return row;
}

function isNearlyCritical(item: PlanItem, near: number): boolean {
  const { type, percent_complete, schedule, active } = item;
  if (!active || !schedule || schedule.critical || type === "summary" || percent_complete >= 100)
    return false;
  return schedule.total_slack_minutes <= near;
}

function rowOf(item: PlanItem, told: Told): TimelineRow {
  const { schedule } = item;
  return {
    id: item.id,
    parentId: item.parent_id,
    wbs: item.wbs,
    title: item.title,
    kind: item.type,
    start: schedule && minuteOf(schedule.start),
    finish: schedule && minuteOf(schedule.finish),
    durationMinutes: item.duration_minutes,
    percentComplete: item.percent_complete,
    critical: item.active && schedule?.critical,
    inactive: !item.active,
    slackMinutes: schedule?.total_slack_minutes ?? null,
    lateFinish: schedule && minuteOf(schedule.late_finish),
    deadline: item.deadline ? minuteOf(item.deadline) : null,
    manual: item.manual,
    ownMinutes: null,
    unallocatedMinutes: null,
    ...told,
  };
}

const drawn = new WeakMap<readonly Dependency[], TimelineLink[]>();

/** The links as the Gantt draws them: the very same as before where neither they nor what they drive changed. */
export function planLinks(
  links: readonly Dependency[],
  items: readonly PlanItem[],
): TimelineLink[] {
  const driving = new Set(items.map(({ schedule }) => schedule?.driver.link_id));
  const before = drawn.get(links);
  if (before?.every((link) => link.driving === driving.has(link.id))) return before;
  const found = links.map(({ id, before, after, kind, lag_minutes, lag_unit }) => ({
    id,
    before,
    after,
    kind,
    lagMinutes: lag_minutes,
    lagUnit: lag_unit,
    driving: driving.has(id),
  }));
  drawn.set(links, found);
  return found;
}
