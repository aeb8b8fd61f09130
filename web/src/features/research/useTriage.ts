import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { ObjectRef } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { t } from "@/ui/words/words";
import type { Insight } from "./types";

export type Verdict =
  | { deed: "process" }
  | { deed: "archive" }
  | { deed: "wake" }
  | { deed: "merge"; into: Pick<ObjectRef, "id" | "key"> }
  | { deed: "snooze"; until: string };

interface Judged {
  insight: Insight;
  verdict: Verdict;
}

/** Decides about insights of the inbox; each can be undone from what the toast offers. */
export function useTriage() {
  const cache = useQueryClient();
  const done = useDone();
  const figures = useFigures();
  return useMutation<Insight, Problem, Judged>({
    // One after the other: the toast's undo is about the last one.
    scope: { id: "triage" },
    mutationFn: ({ insight, verdict }) => send(insight, verdict),
    onSuccess: async (saved, { verdict }) => {
      cache.setQueryData(["insight", saved.id], saved);
      await cache.invalidateQueries({ queryKey: ["insight", "list"] });
      const day = verdict.deed === "snooze" ? figures.date(verdict.until) : "";
      const into = verdict.deed === "merge" ? verdict.into.key : "";
      await done(t(`triage.did.${verdict.deed}`, { key: saved.key, day, into }));
    },
    onError: (fault) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries({ queryKey: ["insight"] });
    },
  });
}

function send({ id, version }: Insight, verdict: Verdict): Promise<Insight> {
  const path = `/insights/${id}`;
  switch (verdict.deed) {
    case "process":
      return http.patch<Insight>(path, { state: "processed" }, { version });
    case "wake":
      return http.patch<Insight>(path, { state: "new" }, { version });
    case "snooze":
      return http.patch<Insight>(path, { snoozed_until: verdict.until }, { version });
    case "merge":
      return http.post<Insight>(`${path}/merger`, { into: verdict.into.id }, { version });
    case "archive":
      return http.post<Insight>(`${path}/archival`, undefined, { version });
  }
}
