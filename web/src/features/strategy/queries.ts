import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Page } from "@/api/types";
import type { CheckIn, Contribution, KeyResult, Objective, Vision } from "./types";

const PER_PAGE = 200;
/** Whatever is put away, linked or written can change how a statement stands. */
export const EVIDENCE = ["canvas", "statement", "insight", "experiment"];

/** Every version of a product's vision, newest first. */
export function visionsQuery(productId: string) {
  return queryOptions({
    queryKey: ["vision", "list", productId],
    queryFn: ({ signal }) =>
      http.get<Page<Vision>>(`/products/${productId}/visions`, {
        query: { limit: PER_PAGE },
        signal,
      }),
    select: (page) => page.items,
    meta: { kinds: EVIDENCE },
  });
}

export function visionQuery(id: string) {
  return queryOptions({
    queryKey: ["vision", id],
    queryFn: ({ signal }) => http.get<Vision>(`/visions/${id}`, { signal }),
    meta: { kinds: EVIDENCE },
  });
}

/** A product's objectives, newest first, with their key results inside. */
export function objectivesQuery(productId: string) {
  return queryOptions({
    queryKey: ["objective", "list", productId],
    queryFn: ({ signal }) =>
      http.get<Page<Objective>>("/objectives", {
        query: { product_id: productId, limit: PER_PAGE },
        signal,
      }),
    select: (page) => page.items,
    meta: { kinds: ["key_result"] },
  });
}

export function objectiveQuery(id: string) {
  return queryOptions({
    queryKey: ["objective", id],
    queryFn: ({ signal }) => http.get<Objective>(`/objectives/${id}`, { signal }),
    meta: { kinds: ["key_result"] },
  });
}

/** The work that advances an objective, with how much of it is done. */
export function contributionsQuery(objectiveId: string) {
  return queryOptions({
    queryKey: ["objective", "contributions", objectiveId],
    queryFn: ({ signal }) =>
      http.get<Contribution[]>(`/objectives/${objectiveId}/contributions`, { signal }),
    meta: { kinds: ["initiative", "project", "work_item"] },
  });
}

export function keyResultQuery(id: string) {
  return queryOptions({
    queryKey: ["key_result", id],
    queryFn: ({ signal }) => http.get<KeyResult>(`/key-results/${id}`, { signal }),
  });
}

/** Where a key result stood, newest first. */
export function checkInsQuery(keyResultId: string) {
  return queryOptions({
    queryKey: ["check_in", keyResultId],
    queryFn: ({ signal }) =>
      http.get<Page<CheckIn>>(`/key-results/${keyResultId}/check-ins`, {
        query: { limit: PER_PAGE },
        signal,
      }),
    select: (page) => page.items,
  });
}
