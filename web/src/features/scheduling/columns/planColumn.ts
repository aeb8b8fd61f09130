import type { AddedColumn } from "@/timeline/types";
import type { Edit, ItemFields, PlanItem } from "../plan";

/** A column that a plan adds to its outline. */
export interface PlanColumn extends AddedColumn {
  /** What an item has, as filling down gives it to others. */
  heldBy: (item: PlanItem) => unknown;
  /** The edits that give an item what was written, or filled; nothing where it means nothing for it. */
  edits?: (item: PlanItem, value: unknown) => Edit[];
  /** Summaries have none of their own. */
  isOfTasks?: boolean;
  /** What is written is the iteration for which items are promised, which is no edit of the plan. */
  isPromise?: boolean;
}

export const setting = ({ id, version }: PlanItem, fields: ItemFields): Edit[] => [
  { op: "set", id, version, fields },
];

/** What is called so, else the only one whose name begins so. */
export function named<T>(text: string, all: readonly T[], nameOf: (one: T) => string) {
  const wanted = text.trim().toLocaleLowerCase();
  const nameIn = (one: T) => nameOf(one).toLocaleLowerCase();
  const exact = all.find((one) => nameIn(one) === wanted);
  if (exact !== undefined || wanted === "") return exact;
  const [first, ...others] = all.filter((one) => nameIn(one).startsWith(wanted));
  return others.length === 0 ? first : undefined;
}
