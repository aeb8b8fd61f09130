import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";

export type Portal = Shown<Schemas["PortalOut"]>;
export type Post = Shown<Schemas["PostOut"]>;
export type PostPage = Shown<Schemas["PostPage"]>;
export type Waiting = Schemas["WaitingOut"];
export type Entry = Shown<Schemas["ChangelogEntryOut"]>;
export type Guest = Schemas["GuestOut"];
export type Vote = Schemas["VoiceOut"];
export type Comment = Schemas["PostCommentOut"];

export const TABS = [
  "waiting",
  "posts",
  "votes",
  "comments",
  "changelog",
  "entries",
  "settings",
] as const;
export type Tab = (typeof TABS)[number];

/** Everything about portals stands under this key. */
export const PORTAL_KEY = ["portal"];
const KINDS = ["portal", "post", "changelog_entry"];

/** The portal of a product, closed or open; null where it has none. */
export function portalQuery(productId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, "of", productId],
    queryFn: async ({ signal }) => {
      const ask = (archived: boolean) =>
        http.get<Portal[]>("/portals", { query: { product_id: productId, archived }, signal });
      const [open] = await ask(false);
      if (open) return open;
      const [closed] = await ask(true);
      return closed ?? null;
    },
    enabled: productId !== "",
    meta: { kinds: KINDS },
  });
}

export function waitingQuery(portalId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, portalId, "waiting"],
    queryFn: ({ signal }) => http.get<Waiting>(`/portals/${portalId}/waiting`, { signal }),
    meta: { kinds: KINDS },
  });
}

/** Posts that everybody sees: what others are merged into and entries tell of. */
export function shownPostsQuery(portalId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, portalId, "shown"],
    queryFn: ({ signal }) =>
      http.get<Page<Post>>("/posts", {
        query: { portal_id: portalId, state: "shown", limit: 200 },
        signal,
      }),
    select: (page) => page.items,
    meta: { kinds: KINDS },
  });
}

export function postQuery(id: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, "post", id],
    queryFn: ({ signal }) => http.get<PostPage>(`/posts/${id}`, { signal }),
    meta: { kinds: [...KINDS, "idea", "initiative", "insight"] },
  });
}

export function votesQuery(postId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, "post", postId, "votes"],
    queryFn: ({ signal }) => http.get<Vote[]>(`/posts/${postId}/votes`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function commentsQuery(postId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, "post", postId, "comments"],
    queryFn: ({ signal }) => http.get<Comment[]>(`/posts/${postId}/comments`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function changelogQuery(portalId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, portalId, "changelog"],
    queryFn: ({ signal }) =>
      http.get<Page<Entry>>("/changelog", { query: { portal_id: portalId, limit: 200 }, signal }),
    select: (page) => page.items,
    meta: { kinds: KINDS },
  });
}

export function entryQuery(id: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, "entry", id],
    queryFn: ({ signal }) => http.get<Entry>(`/changelog/${id}`, { signal }),
    meta: { kinds: KINDS },
  });
}

export function guestsQuery(portalId: string) {
  return queryOptions({
    queryKey: [...PORTAL_KEY, portalId, "guests"],
    queryFn: ({ signal }) => http.get<Guest[]>(`/portals/${portalId}/guests`, { signal }),
    meta: { kinds: KINDS },
  });
}
