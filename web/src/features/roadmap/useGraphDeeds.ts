import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { windowOfSpan } from "@/timeline/geometry/time";
import type { Span } from "@/timeline/types";
import { toast } from "@/ui/toast";
import { type Dependency, type Milestone, roadmapQuery } from "./roadmap";

/** Join and part initiatives that wait for each other; move milestones. */
export function useGraphDeeds(productId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const refresh = () => cache.invalidateQueries(roadmapQuery(productId));
  const onError = (fault: { detail: string; title: string }) => {
    toast.failed(fault.detail || fault.title);
    void refresh();
  };
  const join = useMutation({
    mutationFn: ({ before, after }: { before: string; after: string }) =>
      http.post<Dependency>(`/initiatives/${after}/predecessors`, { before_id: before }),
    onSuccess: () => {
      void done(t("dependency.made"));
      return refresh();
    },
    onError,
  });
  const part = useMutation({
    mutationFn: (id: string) => http.delete(`/initiative-dependencies/${id}`),
    onSuccess: () => {
      void done(t("dependency.removed"));
      return refresh();
    },
    onError,
  });
  const moveMilestone = useMutation({
    mutationFn: ({ milestone, span, laneId }: MilestoneMove) =>
      http.patch<Milestone>(
        `/milestones/${milestone.id}`,
        { day: windowOfSpan(span).start, ...(laneId === undefined ? {} : { lane_id: laneId }) },
        { version: milestone.version },
      ),
    onSuccess: (milestone) => {
      void done(t("milestone.moved", { name: milestone.key }));
      return refresh();
    },
    onError,
  });
  return { join, part, moveMilestone };
}

interface MilestoneMove {
  milestone: Milestone;
  span: Span;
  laneId?: string | null;
}
