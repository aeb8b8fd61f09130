import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Change, Page } from "@/api/types";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";

export interface Subject {
  kind: string;
  id: string;
}

/** The changes of one object, or of the whole workspace, newest first. */
export function activityQuery(subject?: Subject) {
  return infiniteQueryOptions({
    queryKey: ["changes", subject?.kind ?? "all", subject?.id ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Change>>("/changes", {
        query: { kind: subject?.kind, id: subject?.id, cursor: pageParam, limit: 30 },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Takes a change back; everything on screen may show something it touched. */
export function useUndo() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (changeId: string) => http.post<Change>(`/changes/${changeId}/undo`),
    onSuccess: () => {
      toast.done(t("activity.undone"));
      return cache.invalidateQueries();
    },
    onError: (fault) => toast.failed(t("activity.failedUndo", { why: fault.detail })),
  });
}
