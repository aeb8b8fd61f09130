import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Page } from "@/api/types";
import type {
  Comparison,
  Competitor,
  Coverage,
  Criterion,
  Heard,
  Job,
  Persona,
  Voices,
} from "./types";

function oneQuery<T>(kind: string, path: string, id: string) {
  return queryOptions({
    queryKey: [kind, id],
    queryFn: ({ signal }) => http.get<T>(`/${path}/${id}`, { signal }),
  });
}

export const personaQuery = (id: string) => oneQuery<Persona>("persona", "personas", id);
export const jobQuery = (id: string) => oneQuery<Job>("job_to_be_done", "jobs-to-be-done", id);
export const competitorQuery = (id: string) =>
  oneQuery<Competitor>("competitor", "competitors", id);
export const criterionQuery = (id: string) => oneQuery<Criterion>("criterion", "criteria", id);

/** The personas of a product and of the whole workspace, by name. */
export const personasQuery = (productId: string) =>
  queryOptions({
    queryKey: ["persona", "list", "all", productId],
    queryFn: ({ signal }) =>
      http.get<Page<Persona>>("/lists/persona", {
        query: { product_id: productId, sort: "title", limit: 200 },
        signal,
      }),
    select: (page) => page.items,
  });

/** A link is a change of the insight, experiment or customer that it starts from. */
const HEARD = ["insight", "experiment", "customer"];

export const voicesQuery = (id: string) =>
  queryOptions({
    queryKey: ["voices", id],
    meta: { kinds: HEARD },
    queryFn: ({ signal }) => http.get<Voices>(`/personas/${id}/voices`, { signal }),
  });

export const comparisonQuery = (productId: string) =>
  queryOptions({
    queryKey: ["comparison", productId],
    meta: { kinds: ["competitor", "criterion"] },
    queryFn: ({ signal }) => http.get<Comparison>(`/products/${productId}/comparison`, { signal }),
  });

const COVERED = [...HEARD, "persona", "opportunity", "idea", "assumption", "job_to_be_done"];

export const coverageQuery = (productId: string, days: number) =>
  queryOptions({
    queryKey: ["coverage", productId, days],
    meta: { kinds: [...COVERED, "several"] },
    queryFn: ({ signal }) =>
      http.get<Coverage>(`/products/${productId}/research-coverage`, { query: { days }, signal }),
    placeholderData: keepPreviousData,
  });

export const evidenceQuery = (productId: string, personaId: string, opportunityId: string) =>
  queryOptions({
    queryKey: ["coverage", productId, "evidence", personaId, opportunityId],
    meta: { kinds: COVERED },
    queryFn: ({ signal }) =>
      http.get<Heard[]>(`/products/${productId}/research-coverage/evidence`, {
        query: { persona_id: personaId, opportunity_id: opportunityId },
        signal,
      }),
  });
