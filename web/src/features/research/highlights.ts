import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";

export type Highlight = Omit<Schemas["HighlightOut"], "insight" | "target" | "customer"> & {
  insight: ObjectRef;
  target: ObjectRef;
  customer: ObjectRef | null;
};

/** What may be marked: the words, and those on either side. */
export interface Passage {
  quote: string;
  before: string;
  after: string;
}

export const IMPORTANCE = [1, 2, 3, 4, 5] as const;
export type Importance = (typeof IMPORTANCE)[number];
export const USUAL: Importance = 3;

/** The passages marked in an insight, in the order of its text. */
export const highlightsQuery = (insightId: string) =>
  queryOptions({
    queryKey: ["highlights", insightId],
    queryFn: ({ signal }) => http.get<Highlight[]>(`/insights/${insightId}/highlights`, { signal }),
  });

const PLURAL = { opportunity: "opportunities", idea: "ideas" };

/** What was said for it, the most important first; a passage is a change of its insight. */
export const quotesQuery = (kind: "opportunity" | "idea", id: string) =>
  queryOptions({
    queryKey: ["quotes", id],
    meta: { kinds: ["insight"] },
    queryFn: ({ signal }) => http.get<Highlight[]>(`/${PLURAL[kind]}/${id}/highlights`, { signal }),
  });

interface Wish {
  passage: Passage;
  target: Pick<ObjectRef, "kind" | "id">;
  importance: number;
}

export function useMark(insightId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ passage, target, importance }: Wish) =>
      http.post<Highlight>(`/insights/${insightId}/highlights`, {
        ...passage,
        importance,
        target_kind: target.kind,
        target_id: target.id,
      }),
    onSuccess: (made) => refresh(t("highlight.made", { key: made.target.key })),
  });
}

export function useWeigh() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ row, importance }: { row: Highlight; importance: number }) =>
      http.patch<Highlight>(`/highlights/${row.id}`, { importance }, { version: row.version }),
    onSuccess: (saved) =>
      refresh(t("highlight.weighed", { key: saved.target.key, importance: saved.importance })),
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

export function useUnmark() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (row: Highlight) =>
      http.delete<void>(`/highlights/${row.id}`, { version: row.version }),
    onSuccess: (_, row) => refresh(t("highlight.removed", { key: row.target.key })),
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

/** A passage brings a link along and weighs in the impact of what it speaks for. */
const TOUCHED = ["highlights", "quotes", "impact", "links", "throughline", "gaps"];

function useRefresh(): (message: string) => Promise<void> {
  const cache = useQueryClient();
  const done = useDone();
  return async (message) => {
    void done(message);
    await Promise.all(TOUCHED.map((key) => cache.invalidateQueries({ queryKey: [key] })));
  };
}
