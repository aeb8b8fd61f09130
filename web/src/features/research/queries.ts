import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http, type Query } from "@/api/http";
import type { Page } from "@/api/types";
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

export const ideasQuery = (filters: Query) => listQuery<Idea>("idea", "/ideas", filters);
export const ideaQuery = (id: string) => oneQuery<Idea>("idea", "/ideas", id);

export const customersQuery = queryOptions({
  queryKey: ["customer", "list", "all"],
  queryFn: ({ signal }) =>
    http.get<Page<Customer>>("/customers", { query: { limit: PER_PAGE }, signal }),
  select: (page) => page.items,
});
