import { queryOptions } from "@tanstack/react-query";
import { headersFor, http, reach } from "@/api/http";
import { problemOf } from "@/api/problem";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";

export type Digest = Shown<Schemas["DigestOut"]>;
export type DigestFields = Schemas["DigestIn"];
export type Letter = Schemas["LetterOut"];
export type Issue = Schemas["IssueOut"];
export type Subscription = Schemas["SubscriptionOut"];

export const FREQUENCIES = ["daily", "weekly", "monthly"] as const;
export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Who of a product's stakeholders is told by mail; only for whoever steers it. */
export function digestsQuery(productId: string) {
  return queryOptions({
    queryKey: ["digest", "list", productId],
    queryFn: ({ signal }) => http.get<Digest[]>(`/products/${productId}/digests`, { signal }),
    enabled: productId !== "",
    retry: false,
  });
}

/** The mail as it would be sent now. */
export function letterQuery(digest: Digest) {
  return queryOptions({
    queryKey: ["digest", digest.id, "letter", digest.version],
    queryFn: ({ signal }) => http.get<Letter>(`/digests/${digest.id}/preview`, { signal }),
    meta: { kinds: ["initiative", "promise", "vision", "audience"] },
  });
}

/** What went out, the newest first. */
export function issuesQuery(digestId: string) {
  return queryOptions({
    queryKey: ["digest", digestId, "issues"],
    queryFn: ({ signal }) =>
      http.get<Page<Issue>>(`/digests/${digestId}/issues`, { query: { limit: 5 }, signal }),
    select: (page) => page.items,
    meta: { kinds: ["stakeholder"] },
  });
}

/** What the link at the end of a digest is about. */
export function subscriptionQuery(token: string) {
  return queryOptions({
    queryKey: ["subscription", token],
    queryFn: () => asReader<Subscription>("GET", token, ""),
    retry: false,
  });
}

export const unsubscribe = (token: string) =>
  asReader<Subscription>("POST", token, "/unsubscription");
export const subscribeAgain = (token: string) =>
  asReader<Subscription>("DELETE", token, "/unsubscription");

/** Readers have a link and no account. */
async function asReader<T>(method: string, token: string, rest: string): Promise<T> {
  const path = `/api/public/digests/by-token/${encodeURIComponent(token)}${rest}`;
  const response = await reach(path, { method, headers: headersFor(method) });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
