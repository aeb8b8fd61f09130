import type { PlanItem } from "./plan";

interface Props {
  item: Pick<PlanItem, "title" | "active">;
}

/** What an item is called, struck through where nobody works on it. */
export function ItemTitle({ item: { title, active } }: Props) {
  return active ? title : <s>{title}</s>;
}
