import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Calibration, Capacity, Cost, Method, Ranking, Robust, Scorecard } from "./types";

export function scorecardsQuery(productId: string) {
  return queryOptions({
    queryKey: ["scorecard", "list", productId],
    queryFn: ({ signal }) => http.get<Scorecard[]>(`/products/${productId}/scorecards`, { signal }),
  });
}

export function scorecardQuery(id: string) {
  return queryOptions({
    queryKey: ["scorecard", id],
    queryFn: ({ signal }) => http.get<Scorecard>(`/scorecards/${id}`, { signal }),
  });
}

export const methodsQuery = queryOptions({
  queryKey: ["scorecard-methods"],
  queryFn: ({ signal }) => http.get<Method[]>("/scorecard-methods", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Everything the card weighs, best first. */
export function rankingQuery(id: string) {
  return queryOptions({
    queryKey: ["ranking", id],
    queryFn: ({ signal }) => http.get<Ranking>(`/scorecards/${id}/ranking`, { signal }),
    meta: { kinds: ["initiative", "idea"] },
  });
}

/** How sure the ranking is. */
export function robustnessQuery(id: string) {
  return queryOptions({
    queryKey: ["ranking", id, "robustness"],
    queryFn: ({ signal }) => http.get<Robust[]>(`/scorecards/${id}/robustness`, { signal }),
    meta: { kinds: ["initiative", "idea"] },
  });
}

export function costQuery(id: string, subjectId: string) {
  return queryOptions({
    queryKey: ["ranking", id, "cost", subjectId],
    queryFn: ({ signal }) =>
      http.get<Cost>(`/scorecards/${id}/cost-of-yes/${subjectId}`, { signal }),
  });
}

export function calibrationQuery(id: string) {
  return queryOptions({
    queryKey: ["ranking", id, "calibration"],
    queryFn: ({ signal }) => http.get<Calibration>(`/scorecards/${id}/calibration`, { signal }),
  });
}

/** The person-days of the product's people between two days, both included. */
export function capacityQuery(productId: string, first: string, last: string) {
  return queryOptions({
    queryKey: ["capacity", productId, first, last],
    queryFn: ({ signal }) =>
      http.get<Capacity>(`/products/${productId}/capacity`, { query: { first, last }, signal }),
  });
}
