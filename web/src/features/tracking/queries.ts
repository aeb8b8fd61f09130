import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import { ADDRESS, type Entry, type LineKind, type Matrix, type Risk } from "./types";

/** What risks change: their figures follow the plan of their project. */
const WITH_PLAN = ["risk", "project", "several"];

export const riskQuery = (id: string) =>
  queryOptions({
    queryKey: ["risk", id],
    meta: { kinds: WITH_PLAN },
    queryFn: ({ signal }) => http.get<Risk>(`/risks/${id}`, { signal }),
  });

export const entryQuery = (kind: LineKind, id: string) =>
  queryOptions({
    queryKey: [kind, id],
    queryFn: ({ signal }) => http.get<Entry>(`${ADDRESS[kind]}/${id}`, { signal }),
  });

export const matrixQuery = (projectId: string | undefined, productId: string | undefined) =>
  queryOptions({
    queryKey: ["risk", "list", "matrix", projectId, productId],
    meta: { kinds: WITH_PLAN },
    queryFn: ({ signal }) =>
      http.get<Matrix>("/risk-matrix", {
        query: { project_id: projectId, product_id: productId },
        signal,
      }),
  });
