import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Assumption, Experiment, Risks, Tree, Untested } from "./types";

export const treeQuery = (productId: string) =>
  queryOptions({
    queryKey: ["discovery-tree", productId],
    meta: { kinds: ["opportunity", "idea", "experiment", "assumption", "objective", "key_result"] },
    queryFn: ({ signal }) => http.get<Tree>(`/products/${productId}/discovery-tree`, { signal }),
  });

export const risksQuery = (ideaId: string) =>
  queryOptions({
    queryKey: ["risks", ideaId],
    meta: { kinds: ["assumption", "experiment", "insight"] },
    queryFn: ({ signal }) => http.get<Risks>(`/ideas/${ideaId}/risks`, { signal }),
  });

export const riskiestQuery = (productId: string) =>
  queryOptions({
    queryKey: ["riskiest", productId],
    meta: { kinds: ["assumption", "experiment", "idea"] },
    queryFn: ({ signal }) =>
      http.get<Untested[]>(`/products/${productId}/riskiest-assumptions`, {
        query: { limit: 50 },
        signal,
      }),
  });

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: ["experiment", id],
    meta: { kinds: ["assumption"] },
    queryFn: ({ signal }) => http.get<Experiment>(`/experiments/${id}`, { signal }),
  });

export const assumptionQuery = (id: string) =>
  queryOptions({
    queryKey: ["assumption", id],
    queryFn: ({ signal }) => http.get<Assumption>(`/assumptions/${id}`, { signal }),
  });
