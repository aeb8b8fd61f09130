import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Audience = Schemas["AudienceOut"];
export type AudienceFields = Partial<
  Pick<Audience, "title" | "fields" | "statuses" | "precision" | "layout" | "colour">
>;

export const GROUPS = ["executives", "sales", "customers", "engineering", "other"] as const;
export const PRECISIONS = ["exact", "month", "quarter"] as const;
export const LAYOUTS = ["timeline", "horizons"] as const;
export const STATUSES = ["idea", "planned", "committed", "in_progress", "done"] as const;

export function audiencesQuery(productId: string) {
  return queryOptions({
    queryKey: ["audience", "list", productId],
    queryFn: ({ signal }) =>
      http.get<Audience[]>("/audiences", { query: { product_id: productId }, signal }),
    enabled: productId !== "",
  });
}
