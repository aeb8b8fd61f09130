import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

export type Lane = Shown<Schemas["LaneOut"]>;
export type Window = Schemas["WindowOut"];
export type Chance = Schemas["InitiativeForecast"];

/** `owner_id` is only ever sent: the answer names the owner. */
export type Initiative = Shown<Schemas["InitiativeOut"]> & { owner_id?: string | null };
export type Status = Initiative["status"];
export type Horizon = NonNullable<Initiative["horizon"]>;

export interface Roadmap {
  lanes: Lane[];
  initiatives: Initiative[];
}

export const STATUSES: readonly Status[] = ["idea", "planned", "committed", "in_progress", "done"];
export const HORIZONS: readonly Horizon[] = ["now", "next", "later"];
export const PRECISIONS: readonly Window["precision"][] = ["day", "month", "quarter"];

export function roadmapQuery(productId: string) {
  return queryOptions({
    queryKey: ["roadmap", productId],
    queryFn: ({ signal }) => http.get<Roadmap>(`/products/${productId}/roadmap`, { signal }),
    meta: { kinds: ["initiative", "lane"] },
  });
}

/** The chances of a product's initiatives, by initiative. */
export function chancesQuery(productId: string) {
  return queryOptions({
    queryKey: ["chances", productId],
    queryFn: ({ signal }) => http.get<Chance[]>(`/products/${productId}/forecasts`, { signal }),
    meta: { kinds: ["project", "work_item", "charter", "initiative"] },
  });
}

export function initiativeQuery(id: string) {
  return queryOptions({
    queryKey: ["initiative", id],
    queryFn: ({ signal }) => http.get<Initiative>(`/initiatives/${id}`, { signal }),
  });
}
