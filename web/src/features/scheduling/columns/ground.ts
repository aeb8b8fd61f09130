import type { TFunction } from "i18next";
import type { Schemas } from "@/api/shown";
import type { PersonRef } from "@/api/types";
import type { CustomField } from "@/features/core/list/customFields";
import type { ItemType } from "@/features/core/types/itemTypes";
import type { Workday } from "@/timeline/types";
import type { Told } from "../lanes";
import type { Plan, PlanItem } from "../plan";

export type ItemCost = Schemas["ItemCostOut"];

/** What the columns of a plan are written and read with. */
export interface Ground {
  plan: Plan;
  t: TFunction;
  locale: string;
  workday: Workday;
  people: readonly PersonRef[];
  /** All that may be put on an item. */
  resources: readonly Pick<Plan["resources"][number], "id" | "title">[];
  calendars: readonly { id: string; title: string }[];
  own: readonly CustomField[];
  types: ReadonlyMap<string, Pick<ItemType, "workflow">>;
  /** For which iteration each item is promised. */
  promised: Told;
  /** What each item costs itself; null: the reader may not know. */
  costs: ReadonlyMap<string, ItemCost> | null;
}

/** An item by its id; they are sorted by it only once one is asked for. */
export function itemsOf({ items }: Plan): (id: string) => PlanItem | undefined {
  let byId: Map<string, PlanItem> | undefined;
  return (id) => {
    byId ??= new Map(items.map((item) => [item.id, item]));
    return byId.get(id);
  };
}
