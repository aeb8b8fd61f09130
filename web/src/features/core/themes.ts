import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";

/** `owner_id` is only ever sent: the answer names the owner. */
export type Theme = Omit<Shown<Schemas["ThemeOut"]>, "shares"> & {
  owner_id?: string | null;
  shares: Record<string, number | null>;
};

/** The themes of a product, oldest first. */
export function themesQuery(productId: string) {
  return queryOptions({
    queryKey: ["theme", "list", productId],
    queryFn: ({ signal }) => http.get<Theme[]>(`/products/${productId}/themes`, { signal }),
  });
}
