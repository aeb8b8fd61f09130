import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Page } from "@/api/types";
import type { Registered, SignOff, Stakeholder, Telling } from "./types";

/** The register of a product, most power first. */
export function stakeholdersQuery(productId: string) {
  return queryOptions({
    queryKey: ["stakeholder", "list", productId],
    queryFn: ({ signal }) =>
      http.get<Registered[]>(`/products/${productId}/stakeholders`, { signal }),
    meta: { kinds: ["vision"] },
  });
}

export function stakeholderQuery(id: string) {
  return queryOptions({
    queryKey: ["stakeholder", id],
    queryFn: ({ signal }) => http.get<Stakeholder>(`/stakeholders/${id}`, { signal }),
  });
}

/** What somebody was told, newest first. */
export function tellingsQuery(id: string) {
  return queryOptions({
    queryKey: ["telling", id],
    queryFn: ({ signal }) =>
      http.get<Page<Telling>>(`/stakeholders/${id}/tellings`, { query: { limit: 200 }, signal }),
    select: (page) => page.items,
  });
}

/** Who agrees to a version; null where it was not put up. */
export function signOffQuery(path: string, id: string) {
  return queryOptions({
    queryKey: ["sign_off", id],
    queryFn: ({ signal }) => http.get<SignOff | null>(`${path}/sign-off`, { signal }),
    meta: { kinds: ["stakeholder", "vision", "canvas"] },
  });
}
