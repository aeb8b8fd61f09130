import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";

export type Promised = Shown<Schemas["PromiseOut"]>;
export type PromiseState = Promised["state"];

/** Which promises the ledger shows. */
interface Asked {
  state?: PromiseState;
  q?: string;
  endangered?: boolean;
}

export interface PromisesView extends Asked {
  /** Told in words, or as the list that every kind has. */
  tab?: "list";
}

export const STATES: readonly PromiseState[] = ["open", "kept", "broken"];

export function readPromisesView(search: Record<string, unknown>): PromisesView {
  return {
    tab: search.tab === "list" ? "list" : undefined,
    state: STATES.find((each) => each === search.state),
    q: search.q === undefined || search.q === "" ? undefined : String(search.q),
    endangered: search.endangered === true || search.endangered === "true" || undefined,
  };
}

const KINDS = ["promise", "initiative"];

export function promisesQuery(productId: string, asked: Asked & { initiative_id?: string }) {
  return infiniteQueryOptions({
    queryKey: ["promises", productId, asked],
    queryFn: ({ signal, pageParam }) =>
      http.get<Page<Promised>>("/promises", {
        query: { product_id: productId, ...asked, cursor: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { kinds: KINDS },
  });
}

export function promiseQuery(id: string) {
  return queryOptions({
    queryKey: ["promise", id],
    queryFn: ({ signal }) => http.get<Promised>(`/promises/${id}`, { signal }),
    meta: { kinds: KINDS },
  });
}
