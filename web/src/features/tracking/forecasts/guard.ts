import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";

export type DeadlineGuard = Schemas["DeadlineGuardOut"];
export type DeadlineFall = DeadlineGuard["falls"][number];
export type ItemGuard = Schemas["ItemGuardOut"];
export type GuardIn = Schemas["GuardIn"];

/** How the deadline of a project is guarded, and when its chance fell. */
export const guardQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["deadline-guard", projectId],
    meta: { kinds: ["project"] },
    queryFn: ({ signal }) =>
      http.get<DeadlineGuard>(`/projects/${projectId}/deadline-guard`, { signal }),
  });

/** How the deadlines of its milestones and other items are. */
export const itemGuardsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["deadline-guard", projectId, "items"],
    meta: { kinds: ["project", "work_item"] },
    queryFn: ({ signal }) =>
      http.get<ItemGuard[]>(`/projects/${projectId}/item-guards`, { signal }),
  });

/** How the deadline of one of them is. */
export const itemGuardQuery = (projectId: string, itemId: string) =>
  queryOptions({
    queryKey: ["deadline-guard", projectId, "items", itemId],
    meta: { kinds: ["project", "work_item"] },
    queryFn: ({ signal }) => http.get<ItemGuard>(guardPath(projectId, itemId), { signal }),
  });

/** Where the guard of a project's deadline is, or that of an item's. */
export const guardPath = (projectId: string, itemId?: string) =>
  itemId ? `/work-items/${itemId}/deadline-guard` : `/projects/${projectId}/deadline-guard`;

/** A deed on a guard of the project; all of them carry the project's version, so all are asked for anew. */
export function useGuardDeed<Said>(
  projectId: string,
  send: (said: Said) => Promise<DeadlineGuard>,
  onDone: (guard: DeadlineGuard) => void,
) {
  const cache = useQueryClient();
  return useMutation<DeadlineGuard, Problem, Said>({
    mutationFn: send,
    onSuccess: async (guard) => {
      await cache.invalidateQueries({ queryKey: guardQuery(projectId).queryKey });
      onDone(guard);
    },
  });
}
