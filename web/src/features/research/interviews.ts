import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import type { Insight } from "./types";

export type Interview = Omit<Schemas["InterviewOut"], "insight" | "customer"> & {
  insight: ObjectRef;
  customer: ObjectRef | null;
};
export type Policy = Schemas["ResearchPolicyOut"];

export const CONSENTS = ["internal", "quoted", "named"] as const;
export const ERASES = ["participant", "words"] as const;

/** Who took part in an interview; null where nothing is noted. */
export const interviewQuery = (insightId: string) =>
  queryOptions({
    queryKey: ["interview", insightId],
    queryFn: ({ signal }) =>
      http.get<Interview | null>(`/insights/${insightId}/interview`, { signal }),
  });

/** The interviews of which something is erased within so many days. */
export const dueQuery = (productId: string | undefined, withinDays: number) =>
  queryOptions({
    queryKey: ["interview", "due", productId, withinDays],
    meta: { kinds: ["insight"] },
    queryFn: ({ signal }) =>
      http.get<Interview[]>("/interviews/due", {
        query: { product_id: productId, within_days: withinDays },
        signal,
      }),
  });

export const policyQuery = queryOptions({
  queryKey: ["research_policy"],
  queryFn: ({ signal }) => http.get<Policy>("/research/policy", { signal }),
});

type Fields = Partial<Pick<Interview, "participant" | "consent" | "consent_on" | "keep_until">>;

/** Notes who took part, what they agreed to and until when that is kept. */
export function useNoteInterview(insightId: string, seen: Interview | null | undefined) {
  const cache = useQueryClient();
  return useMutation<Interview, Problem, Fields>({
    scope: { id: `interview ${insightId}` },
    mutationFn: (fields) => {
      const now = cache.getQueryData(interviewQuery(insightId).queryKey) ?? seen;
      return http.put<Interview>(`/insights/${insightId}/interview`, {
        version: now?.version ?? 0,
        participant: now?.participant ?? "",
        consent: now?.consent ?? "internal",
        consent_on: now?.consent_on ?? null,
        keep_until: now?.keep_until ?? null,
        ...fields,
      });
    },
    onSuccess: (saved) => {
      cache.setQueryData(interviewQuery(insightId).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ["interview", "due"] });
    },
    onError: (fault) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries({ queryKey: ["interview", insightId] });
    },
  });
}

/** Erases what is personal, for good: the toast has no undo. */
export function useErase(insight: Insight) {
  const cache = useQueryClient();
  return useMutation<Insight, Problem, void>({
    mutationFn: () =>
      http.post<Insight>(
        `/insights/${insight.id}/interview/erasure`,
        {},
        { version: insight.version },
      ),
    onSuccess: (saved) => {
      cache.setQueryData(["insight", saved.id], saved);
      toast.done(t("interview.didErase", { key: saved.key }));
      for (const key of ["interview", "highlights", "quotes", "changes"])
        void cache.invalidateQueries({ queryKey: [key] });
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

export function useSetPolicy() {
  const cache = useQueryClient();
  const done = useDone();
  return useMutation<Policy, Problem, Pick<Policy, "version" | "keep_days" | "erases">>({
    mutationFn: (body) => http.put<Policy>("/research/policy", body),
    onSuccess: (saved) => {
      cache.setQueryData(policyQuery.queryKey, saved);
      void done(t("interview.didSetPolicy"));
    },
    onError: (fault) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries(policyQuery);
    },
  });
}
