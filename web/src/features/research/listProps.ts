import type { DiscoverView, OnView } from "./discover";

export interface ListProps {
  productId: string;
  canAdd: boolean;
  view: DiscoverView;
  onView: OnView;
}

/** Takes search and filters away. */
export const WIDE: Partial<DiscoverView> = {
  q: undefined,
  tag: undefined,
  source: undefined,
  customer: undefined,
  status: undefined,
  archived: undefined,
};

export function isNarrowed(view: DiscoverView): boolean {
  return Object.keys(WIDE).some((name) => view[name as keyof DiscoverView] !== undefined);
}
