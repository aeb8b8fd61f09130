import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http, type Query } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef, Page } from "@/api/types";
import type { Customer, Idea, Insight, Opportunity } from "./types";

const PER_PAGE = 200;

function listQuery<T>(kind: string, path: string, filters: Query) {
  return infiniteQueryOptions({
    queryKey: [kind, "list", filters],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<T>>(path, {
        query: { ...filters, cursor: pageParam, limit: PER_PAGE },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

function oneQuery<T>(kind: string, path: string, id: string) {
  return queryOptions({
    queryKey: [kind, id],
    queryFn: ({ signal }) => http.get<T>(`${path}/${id}`, { signal }),
  });
}

export const insightsQuery = (filters: Query) =>
  listQuery<Insight>("insight", "/insights", filters);
export const insightQuery = (id: string) => oneQuery<Insight>("insight", "/insights", id);

export const opportunitiesQuery = (filters: Query) =>
  listQuery<Opportunity>("opportunity", "/opportunities", filters);
export const opportunityQuery = (id: string) =>
  oneQuery<Opportunity>("opportunity", "/opportunities", id);

export const ideaQuery = (id: string) => oneQuery<Idea>("idea", "/ideas", id);

export const customersQuery = queryOptions({
  queryKey: ["customer", "list", "all"],
  queryFn: ({ signal }) =>
    http.get<Page<Customer>>("/customers", { query: { limit: PER_PAGE }, signal }),
  select: (page) => page.items,
});

export const customerQuery = (id: string) => oneQuery<Customer>("customer", "/customers", id);

/** The people of a company, by name. */
export const peopleQuery = (companyId: string) =>
  queryOptions({
    queryKey: ["customer", "list", "people", companyId],
    queryFn: ({ signal }) =>
      http.get<Page<Customer>>("/lists/customer", {
        query: { where: JSON.stringify([["company", "is", companyId]]), limit: PER_PAGE },
        signal,
      }),
    select: (page) => page.items,
  });

export type Impact = Omit<Shown<Schemas["ImpactOut"]>, "parts"> & {
  parts: (Omit<Shown<Schemas["ImpactPartOut"]>, "insight" | "customer"> & {
    insight: ObjectRef;
    customer: ObjectRef | null;
  })[];
};

const PLURAL = { opportunity: "opportunities", idea: "ideas" };

/** What the evidence behind it weighs today; a link is a change of its insight. */
export const impactQuery = (kind: "opportunity" | "idea", id: string) =>
  queryOptions({
    queryKey: ["impact", id],
    meta: { kinds: ["insight", "customer"] },
    queryFn: ({ signal }) => http.get<Impact>(`/${PLURAL[kind]}/${id}/impact`, { signal }),
  });
