import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";

interface Promised {
  item_ids: string[];
  iteration_id: string | null;
}

/** Puts tasks into an iteration, or takes them out of theirs. */
export function useCommit(projectId: string): (ids: string[], into: string | null) => void {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { mutate } = useMutation({
    mutationFn: (body: Promised) =>
      http.post<{ moved: number }>(`/projects/${projectId}/commitments`, body),
    onSuccess: ({ moved }, { iteration_id }) => {
      void cache.invalidateQueries({ queryKey: ["iteration"] });
      void done(t(iteration_id ? "iteration.putIn" : "iteration.takenOut", { count: moved }));
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  return (item_ids, iteration_id) => mutate({ item_ids, iteration_id });
}
