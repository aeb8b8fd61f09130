import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type PublicPortal = Schemas["PublicPortal"];
export type PublicPost = Schemas["PublicPost"];
export type PublicPostPage = Schemas["PublicPostPage"];
export type PublicEntry = Schemas["PublicEntry"];
export type Suggestion = Schemas["Suggestion"];
export type Received = Schemas["Received"];

export const STATUSES = ["under_review", "planned", "in_progress", "shipped", "declined"] as const;
export const SORTS = ["votes", "trending", "new"] as const;

export interface Wanted {
  q?: string;
  status?: (typeof STATUSES)[number];
  category?: string;
  sort?: (typeof SORTS)[number];
  page?: number;
}

export const portalPath = (slug: string) => `/public/portals/${encodeURIComponent(slug)}`;

/** Everything of one portal as this visitor sees it stands under this key. */
export const portalKey = (slug: string) => ["publicPortal", slug];

export function portalQuery(slug: string) {
  return queryOptions({
    queryKey: [...portalKey(slug), "about"],
    queryFn: ({ signal }) => http.get<PublicPortal>(portalPath(slug), { signal }),
    retry: false,
  });
}

export function postsQuery(slug: string, wanted: Wanted) {
  return queryOptions({
    queryKey: [...portalKey(slug), "posts", wanted],
    queryFn: ({ signal }) =>
      http.get<Schemas["PublicPosts"]>(`${portalPath(slug)}/posts`, {
        query: { ...wanted },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function postQuery(slug: string, id: string) {
  return queryOptions({
    queryKey: [...portalKey(slug), "post", id],
    queryFn: ({ signal }) =>
      http.get<PublicPostPage>(`${portalPath(slug)}/posts/${encodeURIComponent(id)}`, { signal }),
    retry: false,
  });
}

export function suggestionsQuery(slug: string, q: string) {
  return queryOptions({
    queryKey: [...portalKey(slug), "suggestions", q],
    queryFn: ({ signal }) =>
      http.get<Suggestion[]>(`${portalPath(slug)}/suggestions`, { query: { q }, signal }),
    enabled: q.length > 3,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function newsQuery(slug: string, page: number) {
  return queryOptions({
    queryKey: [...portalKey(slug), "news", page],
    queryFn: ({ signal }) =>
      http.get<Schemas["PublicEntries"]>(`${portalPath(slug)}/changelog`, {
        query: { page },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** What the address says is wanted; anything else is left out. */
export function readWanted(search: Record<string, unknown>): Wanted {
  const page = Number(search.page);
  return {
    q: typeof search.q === "string" && search.q ? search.q : undefined,
    status: STATUSES.find((known) => known === search.status),
    category: typeof search.category === "string" && search.category ? search.category : undefined,
    sort: SORTS.find((known) => known === search.sort),
    page: Number.isInteger(page) && page > 0 ? page : undefined,
  };
}
