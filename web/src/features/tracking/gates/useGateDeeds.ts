import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import type { Condition, Criterion, CriterionIn, Gate } from "./gates";

interface Deed {
  says: string;
  send: () => Promise<Gate>;
}

/** What is done at a gate: each names the version that was seen, and says what it did. */
export function useGateDeeds(gate: Gate) {
  const cache = useQueryClient();
  const done = useDone();
  const { id, version } = gate;
  const here = `/gates/${id}`;
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ send }: Deed) => send(),
    onSuccess: (_, { says }) => {
      void cache.invalidateQueries({ queryKey: ["gate"] });
      void done(says);
    },
    onError: (fault) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries({ queryKey: ["gate"] });
    },
  });
  const at = { version };
  return {
    isPending,
    error,
    check: (one: Criterion, met: boolean, says: string) =>
      mutate({
        says,
        send: () => http.put<Gate>(`${here}/criteria/${one.id}`, { met, note: one.note }, at),
      }),
    settle: (one: Condition, met: boolean, says: string) =>
      mutate({ says, send: () => http.put<Gate>(`${here}/conditions/${one.id}`, { met }, at) }),
    decide: (body: Schemas["GateVerdict"], says: string, then: () => void) =>
      mutate(
        { says, send: () => http.post<Gate>(`${here}/decision`, body, at) },
        { onSuccess: then },
      ),
    ask: (criteria: CriterionIn[], says: string, then: () => void) =>
      mutate({ says, send: () => http.patch<Gate>(here, { criteria }, at) }, { onSuccess: then }),
  };
}

export type GateDeeds = ReturnType<typeof useGateDeeds>;
