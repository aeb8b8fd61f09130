import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Page } from "@/api/types";

export type Promised = Shown<Schemas["PromiseOut"]>;
export type PromiseState = Promised["state"];

export interface PromisesView {
  state?: PromiseState;
  q?: string;
  endangered?: boolean;
}

export const STATES: readonly PromiseState[] = ["open", "kept", "broken"];

export function readPromisesView(search: Record<string, unknown>): PromisesView {
  return {
    state: STATES.find((each) => each === search.state),
    q: search.q === undefined || search.q === "" ? undefined : String(search.q),
    endangered: search.endangered === true || search.endangered === "true" || undefined,
  };
}

const KINDS = ["promise", "initiative"];

export function promisesQuery(productId: string, view: PromisesView & { initiative_id?: string }) {
  return infiniteQueryOptions({
    queryKey: ["promises", productId, view],
    queryFn: ({ signal, pageParam }) =>
      http.get<Page<Promised>>("/promises", {
        query: { product_id: productId, ...view, cursor: pageParam },
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
