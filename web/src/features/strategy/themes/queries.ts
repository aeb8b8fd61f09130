import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";
import type { Theme } from "@/features/core/themes";

export type Balance = Schemas["BalanceOut"];
export type Weight = Schemas["WeightOut"];
type Initiative = Shown<Schemas["InitiativeOut"]>;

/** What the plans and estimates of a period weigh, theme by theme. */
export function balanceQuery(productId: string, period: string) {
  return queryOptions({
    queryKey: ["theme", "balance", productId, period],
    queryFn: ({ signal }) =>
      http.get<Balance>(`/products/${productId}/theme-balance`, { query: { period }, signal }),
    meta: { kinds: ["initiative", "project", "work_item"] },
  });
}

export function themeQuery(id: string) {
  return queryOptions({
    queryKey: ["theme", id],
    queryFn: ({ signal }) => http.get<Theme>(`/themes/${id}`, { signal }),
  });
}

export function initiativesOfQuery(themeId: string) {
  return queryOptions({
    queryKey: ["initiative", "of theme", themeId],
    queryFn: ({ signal }) =>
      http.get<Page<Initiative>>("/initiatives", {
        query: { theme_id: themeId, limit: 200 },
        signal,
      }),
    select: (page) => page.items,
  });
}
