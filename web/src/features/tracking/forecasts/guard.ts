import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";

export type DeadlineGuard = Schemas["DeadlineGuardOut"];
export type DeadlineFall = DeadlineGuard["falls"][number];
export type GuardIn = Schemas["GuardIn"];

/** How the deadline of a project is guarded, and when its chance fell. */
export const guardQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["deadline-guard", projectId],
    meta: { kinds: ["project"] },
    queryFn: ({ signal }) =>
      http.get<DeadlineGuard>(`/projects/${projectId}/deadline-guard`, { signal }),
  });

/** A deed on the guard; what it answers is the guard from then on. */
export function useGuardDeed<Said>(
  projectId: string,
  send: (said: Said) => Promise<DeadlineGuard>,
  onDone: (guard: DeadlineGuard) => void,
) {
  const cache = useQueryClient();
  return useMutation<DeadlineGuard, Problem, Said>({
    mutationFn: send,
    onSuccess: (guard) => {
      cache.setQueryData(guardQuery(projectId).queryKey, guard);
      onDone(guard);
    },
  });
}
