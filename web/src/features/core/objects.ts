import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";

/** The object of a kind with a short key. */
export const objectQuery = (kind: string, key: string) =>
  queryOptions({
    queryKey: ["object", kind, key],
    queryFn: ({ signal }) =>
      http.get<ObjectRef>(`/objects/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`, {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
