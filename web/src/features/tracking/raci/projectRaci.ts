import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http, type Query } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { Role } from "@/features/core/raci/raci";
import { wordsIn } from "@/ui/inAddress";

export type ProjectRaci = Schemas["ProjectRaciOut"];
export type RaciItem = ProjectRaci["items"][number];
export type Circle = Pick<RaciItem, "consulted" | "informed">;

/** What the address says of which lines are shown. */
export interface RaciView {
  q?: string;
  owner?: string;
  /** An item of the breakdown, with what stands below it. */
  under?: string;
  gaps?: true;
  open?: true;
}

export function readRaciView(search: Record<string, unknown>): RaciView {
  return {
    q: wordsIn(search.q),
    owner: wordsIn(search.owner),
    under: wordsIn(search.under),
    gaps: search.gaps === true || undefined,
    open: search.open === true || undefined,
  };
}

export function raciFilters({ q, owner, under, gaps, open }: RaciView): Query {
  return { q, person_id: owner, under, gaps, open };
}

export function projectRaciQuery(projectId: string, view: RaciView) {
  return infiniteQueryOptions({
    queryKey: ["project-raci", projectId, view],
    queryFn: ({ signal, pageParam }) =>
      http.get<ProjectRaci>(`/projects/${projectId}/responsibilities`, {
        query: { ...raciFilters(view), start: pageParam },
        signal,
      }),
    initialPageParam: "0",
    getNextPageParam: (page) => page.next,
    meta: { kinds: ["project", "work_item", "assignment", "resource"] },
  });
}

/** Who is asked and told of one item. */
export const circleQuery = (itemId: string) =>
  queryOptions({
    queryKey: ["project-raci", "item", itemId],
    queryFn: ({ signal }) =>
      http.get<Schemas["CircleOut"]>(`/work-items/${itemId}/circle`, { signal }),
    meta: { kinds: ["work_item", "several"] },
  });

/** The role of everybody in an item: of several the one that binds most. */
export function rolesOf(item: RaciItem): Map<string, Role> {
  const found = new Map<string, Role>();
  for (const id of item.informed) found.set(id, "informed");
  for (const id of item.consulted) found.set(id, "consulted");
  for (const id of item.responsible) found.set(id, "shares");
  if (item.accountable) found.set(item.accountable, "accountable");
  return found;
}

/** Who is asked and told once somebody has that role, or none. */
export function circleWith(item: RaciItem, member: string, role: Role | null): Circle {
  // Whoever came to own the item or to work on it since is asked and told of it anyway.
  const own = new Set([item.accountable, ...item.responsible, member]);
  const consulted = item.consulted.filter((id) => !own.has(id));
  const informed = item.informed.filter((id) => !own.has(id));
  return {
    consulted: role === "consulted" ? [...consulted, member] : consulted,
    informed: role === "informed" ? [...informed, member] : informed,
  };
}
