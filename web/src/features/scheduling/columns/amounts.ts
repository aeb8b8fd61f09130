import { durationText, parseDuration } from "@/timeline/grid/durations";
import { grouped } from "@/ui/grouped";
import { workOf } from "../people/cells";
import type { Edit, Plan, PlanItem } from "../plan";
import { isLeaf } from "./fields";
import { type Ground, type ItemCost, itemsOf } from "./ground";
import { named, type PlanColumn, setting } from "./planColumn";

export function notesColumn({ plan, t }: Ground): PlanColumn {
  const itemOf = itemsOf(plan);
  return {
    id: "field.notes",
    title: t("planColumns.notes"),
    width: 200,
    text: (id) => itemOf(id)?.notes ?? "",
    read: (text) => ({ value: text }),
    heldBy: ({ notes }) => notes,
    edits: (item, value) => setting(item, { notes: value as string }),
  };
}

/** For which iteration a task is promised. */
export function iterationColumn({ promised, t }: Ground): PlanColumn {
  const { values, names } = promised;
  return {
    id: "field.iteration",
    title: t("planColumns.iteration"),
    width: 112,
    text: (id) => names.get(values.get(id) ?? "") ?? "",
    offers: () => [...names.values()],
    read: (text) => {
      if (text === "") return { value: null };
      const found = named(text, [...names], ([, name]) => name);
      return found
        ? { value: found[0] }
        : { fault: t("planColumns.badChoice", { names: [...names.values()].join(", ") }) };
    },
    isOf: isLeaf,
    isOfTasks: true,
    heldBy: ({ id }) => values.get(id) ?? null,
    isPromise: true,
  };
}

/** What people work on an item, overtime too; written, it is shared out as it was before. */
export function workColumn({ plan, t, workday, locale }: Ground): PlanColumn {
  const onItem = lazily(() => workersOf(plan));
  const total = lazily(() =>
    rolledUp(plan.items, (item) => workIn(onItem().get(item.id) ?? [], item)),
  );
  return {
    id: "field.work",
    title: t("planColumns.work"),
    width: 76,
    numeric: true,
    text: (id) => {
      const minutes = total().get(id) ?? 0;
      return minutes > 0 ? durationText(minutes, workday, undefined, locale) : "";
    },
    read: (text) => {
      const minutes = parseDuration(text, workday);
      return minutes === null ? { fault: t("planColumns.badWork") } : { value: minutes };
    },
    isOfTasks: true,
    isOf: (row) => isLeaf(row) && onItem().has(row.id),
    heldBy: (item) => workIn(onItem().get(item.id) ?? [], item),
    edits: (item, value) => worked(item, onItem().get(item.id) ?? [], value as number),
  };
}

type Worker = Plan["assignments"][number];

function workersOf({ assignments, resources }: Plan): Map<string, Worker[]> {
  const working = new Set(resources.filter(({ kind }) => kind === "work").map(({ id }) => id));
  return grouped(
    assignments.filter(({ resource_id }) => working.has(resource_id)),
    ({ item_id }) => item_id,
  );
}

const workIn = (workers: readonly Worker[], { duration_minutes }: PlanItem): number =>
  workers.reduce((sum, one) => sum + workOf(one, duration_minutes), 0);

function worked(item: PlanItem, workers: readonly Worker[], minutes: number): Edit[] {
  const was = workIn(workers, item);
  const own = (one: Worker) => workOf(one, item.duration_minutes) - one.overtime_minutes;
  const regular = Math.max(
    0,
    minutes - workers.reduce((sum, one) => sum + one.overtime_minutes, 0),
  );
  const before = workers.reduce((sum, one) => sum + own(one), 0);
  if (was === minutes) return [];
  return workers.map((one) => ({
    op: "reassign",
    id: one.id,
    work_minutes: Math.round(before > 0 ? (own(one) * regular) / before : regular / workers.length),
  }));
}

/** What an item costs with all below it: as planned, so far, or what is still to come. */
export function costColumns(ground: Ground): PlanColumn[] {
  return (["planned", "actual", "remaining"] as const).map((part) => costColumn(part, ground));
}

function costColumn(
  part: Exclude<keyof ItemCost, "id">,
  { plan, t, locale, costs }: Ground,
): PlanColumn {
  const own = ({ id }: PlanItem) => costs?.get(id)?.[part] ?? 0;
  const total = lazily(() => rolledUp(plan.items, own));
  const figures = new Intl.NumberFormat(locale || undefined, { maximumFractionDigits: 0 });
  return {
    id: `field.cost.${part}`,
    title: t(`planColumns.cost.${part}`),
    width: 104,
    numeric: true,
    text: (id) => {
      if (!costs) return "—";
      const amount = total().get(id) ?? 0;
      return amount === 0 ? "" : figures.format(amount);
    },
    heldBy: own,
  };
}

/** Of each item the sum of its own and of all below it. */
function rolledUp(
  items: readonly PlanItem[],
  own: (item: PlanItem) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  // From the end: what is below an item comes after it.
  for (const item of [...items].reverse()) {
    const whole = (sums.get(item.id) ?? 0) + own(item);
    sums.set(item.id, whole);
    if (item.parent_id !== null) sums.set(item.parent_id, (sums.get(item.parent_id) ?? 0) + whole);
  }
  return sums;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
