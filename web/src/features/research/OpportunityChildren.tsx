import { ItemRow } from "@/features/core/ItemRow";
import type { Opportunity } from "./types";

interface Props {
  items: readonly Opportunity[];
}

/** The needs that a larger need is made of. */
export function OpportunityChildren({ items }: Props) {
  return items.map((item) => <ItemRow key={item.id} item={item} />);
}
