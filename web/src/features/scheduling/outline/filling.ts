import type { ColumnId } from "@/timeline/types";
import type { PlanColumn } from "../columns/planColumn";
import { waitsFor } from "../outlineEdits";
import type { Dependency, Edit, ItemFields, Plan, PlanItem } from "../plan";
import type { Promised } from "../sendEdits";
import { leaves, setEach } from "./many";

/** Puts what the first row has in a column into the rows below it; a row alone takes it from the row above. */
export function fillDown(
  { items, links }: Pick<Plan, "items" | "links">,
  ids: readonly string[],
  column: ColumnId,
  added: readonly PlanColumn[] = [],
): Edit[] {
  const [first = "", ...rest] = ids;
  const at = items.findIndex(({ id }) => id === first);
  const model = rest.length > 0 ? items[at] : items[at - 1];
  const targets = rest.length > 0 ? rest : [first];
  if (!model) return [];
  if (column === "predecessors") return linksFilled(links, model.id, targets);
  const own = added.find(({ id }) => id === column);
  if (own) return filled(items, model, targets, own);
  const fields = fieldsIn(model, column);
  if (!fields) return [];
  const rows =
    column === "title" || column === "type"
      ? items.filter(({ id }) => targets.includes(id))
      : leaves(items, targets);
  return setEach(rows, () => fields);
}

/** The items that a promise is filled into, and for which iteration; null where the column is of something else. */
export function promiseFilled(
  items: readonly PlanItem[],
  ids: readonly string[],
  column: PlanColumn | undefined,
): Promised | null {
  if (!column?.isPromise) return null;
  const [first = "", ...rest] = ids;
  const at = items.findIndex(({ id }) => id === first);
  const model = rest.length > 0 ? items[at] : items[at - 1];
  const item_ids = leaves(items, rest.length > 0 ? rest : [first]).map(({ id }) => id);
  return model && item_ids.length > 0
    ? { item_ids, iteration_id: column.heldBy(model) as string | null }
    : null;
}

function filled(
  items: readonly PlanItem[],
  model: PlanItem,
  targets: readonly string[],
  { heldBy, edits, isOf }: PlanColumn,
): Edit[] {
  const value = heldBy(model);
  const wanted = new Set(targets);
  return items
    .filter((item) => wanted.has(item.id) && (isOf?.({ id: item.id, kind: item.type }) ?? true))
    .flatMap((item) => edits?.(item, value) ?? []);
}

function fieldsIn(model: PlanItem, column: ColumnId): ItemFields | null {
  const own = model.type !== "summary";
  if (column === "title") return { title: model.title };
  if (column === "type") return { item_type_id: model.item_type_id };
  if (column === "duration" && own) return { duration_minutes: model.duration_minutes };
  if (column === "percent" && own) return { percent_complete: model.percent_complete };
  if (column === "start" && model.schedule) return { start: model.schedule.start };
  if (column === "finish" && model.schedule) return { finish: model.schedule.finish };
  return null;
}

function linksFilled(
  links: readonly Dependency[],
  model: string,
  targets: readonly string[],
): Edit[] {
  const wanted = links
    .filter(({ after }) => after === model)
    .map(({ before, kind, lag_minutes, lag_unit }) => ({
      before,
      kind,
      lagMinutes: lag_minutes,
      lagUnit: lag_unit,
    }));
  return targets.flatMap((id) =>
    waitsFor(
      links,
      id,
      wanted.filter(({ before }) => before !== id),
    ),
  );
}
