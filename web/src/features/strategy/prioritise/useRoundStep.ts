import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { rankingQuery } from "./queries";
import type { Ranking } from "./types";

interface Step {
  what: "" | "revelation" | "settlement";
  body?: object;
}

/** Opens, reveals or closes the round of a scorecard. */
export function useRoundStep(ranking: Ranking, after?: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { id } = ranking.scorecard;
  return useMutation({
    mutationFn: ({ what, body }: Step) =>
      http.post<Ranking>(`/scorecards/${id}/round${what && `/${what}`}`, body ?? {}),
    onSuccess: (next, { what, body }) => {
      cache.setQueryData(rankingQuery(id).queryKey, next);
      void cache.invalidateQueries({ queryKey: ["ranking", id] });
      after?.();
      if (what === "") toast.done(t("round.opened"));
      else if (what === "revelation") toast.done(t("round.revealed"));
      else if (body && "adopt" in body && body.adopt) void done(t("round.settled"));
      else toast.done(t("round.dropped"));
    },
    onError: (fault, { what }) => what && toast.failed(fault.detail || fault.title),
  });
}
