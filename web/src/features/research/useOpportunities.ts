import { useInfiniteQuery } from "@tanstack/react-query";
import { rowsOf } from "./listing";
import { opportunitiesQuery } from "./queries";
import type { Opportunity } from "./types";

/** The opportunities of a product, to choose a parent from. */
export function useOpportunities(productId: string | undefined): Opportunity[] {
  const listing = useInfiniteQuery({
    ...opportunitiesQuery({ product_id: productId }),
    enabled: productId !== undefined,
  });
  return rowsOf(listing) ?? [];
}
