import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
} from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Page } from "@/api/types";
import { useProduct } from "@/features/core/useProduct";
import type { Insight } from "./types";

export type Waiting = "new" | "snoozed";

const PER_PAGE = 50;

/** The insights of a product that wait to be looked at, the newest first. */
export function waitingQuery(productId: string, waiting: Waiting) {
  const query = {
    product_id: productId,
    where: JSON.stringify([["state", "is", waiting]]),
    sort: waiting === "new" ? "-created_at" : "snoozed_until",
    limit: PER_PAGE,
  };
  return infiniteQueryOptions({
    queryKey: ["insight", "list", "waiting", query],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Insight>>("/lists/insight", { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

interface Groups {
  items: { value: string; count: number }[];
}

function countsQuery(productId: string | undefined) {
  return queryOptions({
    queryKey: ["insight", "list", "states", productId],
    queryFn: ({ signal }) =>
      http.get<Groups>("/lists/insight/groups", {
        query: { by: "state", product_id: productId, sums: "none" },
        signal,
      }),
    enabled: productId !== undefined,
  });
}

/** How many insights of the chosen product wait, and how many are put off. */
export function useWaiting(): Record<Waiting, number> {
  const { product } = useProduct();
  const { data } = useQuery(countsQuery(product?.id));
  const count = (state: Waiting) => data?.items.find(({ value }) => value === state)?.count ?? 0;
  return { new: count("new"), snoozed: count("snoozed") };
}
