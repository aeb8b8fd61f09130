import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Page } from "@/api/types";
import { EVIDENCE } from "../queries";
import type { Canvas, CanvasVersion, Statement } from "./types";

export function canvasesQuery(productId: string) {
  return queryOptions({
    queryKey: ["canvas", "list", productId],
    queryFn: ({ signal }) => http.get<Canvas[]>(`/products/${productId}/canvases`, { signal }),
    meta: { kinds: EVIDENCE },
  });
}

export function canvasQuery(id: string) {
  return queryOptions({
    queryKey: ["canvas", id],
    queryFn: ({ signal }) => http.get<Canvas>(`/canvases/${id}`, { signal }),
    meta: { kinds: EVIDENCE },
  });
}

/** Every version of a canvas, newest first. */
export function versionsQuery(canvasId: string) {
  return queryOptions({
    queryKey: ["canvas", "versions", canvasId],
    queryFn: ({ signal }) =>
      http.get<Page<CanvasVersion>>(`/canvases/${canvasId}/versions`, {
        query: { limit: 200 },
        signal,
      }),
    select: (page) => page.items,
    meta: { kinds: EVIDENCE },
  });
}

export function statementQuery(id: string) {
  return queryOptions({
    queryKey: ["statement", id],
    queryFn: ({ signal }) => http.get<Statement>(`/statements/${id}`, { signal }),
    meta: { kinds: EVIDENCE },
  });
}
