import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useUndo } from "@/features/core/activity";
import { toast } from "@/ui/toast";
import type { Edited } from "../plan";
import type { mergeBody } from "./choices";
import type { Scenario } from "./scenarios";

type Body = ReturnType<typeof mergeBody>;

/** Merges the chosen changes, or drops them; what is left of the scenario stays open. */
export function useMerge(scenario: Scenario, onMerged: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const undo = useUndo();
  const path = `/scenarios/${scenario.id}`;
  const merge = useMutation({
    mutationFn: (body: Body) => http.post<Edited>(`${path}/merge`, body),
    onSuccess: async ({ change_id }) => {
      toast.done(
        t("scenario.merged", { name: scenario.title }),
        change_id ? { label: t("undo"), run: () => undo.mutate(change_id) } : undefined,
      );
      const after = await cache.fetchQuery({
        queryKey: ["scenario", scenario.id],
        queryFn: () => http.get<Scenario>(path),
        staleTime: 0,
      });
      if (after.state === "merged") onMerged();
    },
    // What one reviewed may be out of date: then it is read anew.
    onSettled: () => cache.invalidateQueries(),
  });
  const drop = useMutation({
    mutationFn: ({ items, rows }: Body) =>
      http.post<Scenario>(`${path}/dropped-changes`, { items, rows }),
    onSuccess: () => toast.done(t("scenario.dropped")),
    onSettled: () => cache.invalidateQueries(),
  });
  return { merge, drop };
}
