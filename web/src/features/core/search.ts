import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";

export interface Hit extends ObjectRef {
  context: string | null;
}

export function searchQuery(q: string, kinds?: string) {
  return queryOptions({
    queryKey: ["search", q, kinds ?? ""],
    queryFn: ({ signal }) => http.get<Hit[]>("/search", { query: { q, kinds }, signal }),
    staleTime: 10_000,
  });
}
