import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { SharedRoadmap } from "../public/shared";

/** The roadmap with what an audience may see and nothing else, decided by the server. */
export function presentedQuery(
  productId: string,
  audienceId: string | undefined,
  colour: string | undefined,
) {
  return queryOptions({
    queryKey: ["presented", productId, audienceId ?? "", colour ?? ""],
    queryFn: ({ signal }) =>
      http.get<SharedRoadmap>(`/products/${productId}/roadmap/file`, {
        query: { format: "json", audience_id: audienceId, colour },
        signal,
      }),
    enabled: productId !== "",
    meta: { kinds: ["initiative", "lane", "audience", "project"] },
  });
}
