import { useInfiniteQuery } from "@tanstack/react-query";
import { rowsOf } from "./listing";
import { insightsQuery } from "./queries";

/** The tags in use in a product, by name: what a new insight is likely to carry too. */
export function useTags(productId: string | undefined): string[] {
  const insights = useInfiniteQuery({
    ...insightsQuery({ product_id: productId }),
    enabled: productId !== undefined,
  });
  return [...new Set(rowsOf(insights)?.flatMap(({ tags }) => tags))].sort();
}
