import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Update = Schemas["UpdateOut"];
export type Delivery = Schemas["DeliveryOut"];
export type ScopeSince = Delivery["scope"][number];

export const SAID = ["on_track", "at_risk", "off_track"] as const;
export type Said = (typeof SAID)[number];

export function updatesQuery(initiativeId: string) {
  return infiniteQueryOptions({
    queryKey: ["updates", initiativeId],
    queryFn: ({ signal, pageParam }) =>
      http.get<Schemas["UpdatesOut"]>(`/initiatives/${initiativeId}/updates`, {
        query: { cursor: pageParam, limit: 3 },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    meta: { kinds: ["initiative"] },
  });
}

export function deliveryQuery(initiativeId: string) {
  return queryOptions({
    queryKey: ["delivery", initiativeId],
    queryFn: ({ signal }) =>
      http.get<Delivery>(`/initiatives/${initiativeId}/delivery`, { signal }),
    meta: { kinds: ["initiative", "project", "charter", "key_result", "launch"] },
  });
}
