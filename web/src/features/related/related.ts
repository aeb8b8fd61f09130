import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import type { End } from "@/features/links/links";

export interface Like extends ObjectRef {
  excerpt: string;
  /** The share of this object's words, by weight, that stand there too; 0 to 1. */
  score: number;
  linked: boolean;
}

export interface Related {
  related: Like[];
  duplicates: Like[];
}

export function relatedQuery({ kind, id }: End) {
  return queryOptions({
    queryKey: ["related", kind, id],
    queryFn: ({ signal }) => http.get<Related>(`/objects/${kind}/${id}/related`, { signal }),
    staleTime: 60_000,
  });
}
