import type { TFunction } from "i18next";
import type { PersonRef } from "@/api/types";
import type { CustomField } from "@/features/core/list/customFields";
import type { ItemType } from "@/features/core/types/itemTypes";
import type { Workday } from "@/timeline/types";
import type { Plan, PlanItem } from "../plan";

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
}

/** An item by its id; they are sorted by it only once one is asked for. */
export function itemsOf({ items }: Plan): (id: string) => PlanItem | undefined {
  let byId: Map<string, PlanItem> | undefined;
  return (id) => {
    byId ??= new Map(items.map((item) => [item.id, item]));
    return byId.get(id);
  };
}
