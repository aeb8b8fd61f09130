import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { insightQuery } from "./queries";
import type { Insight } from "./types";

export type Merged = Omit<Schemas["MergedOut"], "insight" | "customer"> & {
  insight: ObjectRef;
  customer: ObjectRef | null;
};

/** What was merged into an insight, the last first. */
export const mergedQuery = (insightId: string) =>
  queryOptions({
    queryKey: ["merged", insightId],
    queryFn: ({ signal }) => http.get<Merged[]>(`/insights/${insightId}/merged`, { signal }),
  });

interface Wish {
  /** The duplicate, which goes into the other. */
  id: string;
  into: Pick<ObjectRef, "id" | "key">;
}

/** Merges an insight into another that says the same. */
export function useMerge() {
  const cache = useQueryClient();
  const refresh = useRefresh();
  return useMutation<Insight, Problem, Wish>({
    mutationFn: async ({ id, into }) => {
      const { version } = await cache.ensureQueryData(insightQuery(id));
      return http.post<Insight>(`/insights/${id}/merger`, { into: into.id }, { version });
    },
    onSuccess: (saved, { into }) =>
      refresh(saved, t("merge.did", { key: saved.key, into: into.key })),
    onError: (fault, { id }) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries({ queryKey: ["insight", id] });
    },
  });
}

/** Takes a merged insight out again. */
export function useUnmerge() {
  const refresh = useRefresh();
  return useMutation<Insight, Problem, { id: string; version: number }>({
    mutationFn: ({ id, version }) => http.delete<Insight>(`/insights/${id}/merger`, { version }),
    onSuccess: (saved) => refresh(saved, t("merge.undid", { key: saved.key })),
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

const TOUCHED = [
  "insight",
  "merged",
  "related",
  "links",
  "quotes",
  "impact",
  "throughline",
  "gaps",
];

function useRefresh(): (saved: Insight, message: string) => Promise<void> {
  const cache = useQueryClient();
  const done = useDone();
  return async (saved, message) => {
    cache.setQueryData(["insight", saved.id], saved);
    void done(message);
    await Promise.all(TOUCHED.map((key) => cache.invalidateQueries({ queryKey: [key] })));
  };
}
