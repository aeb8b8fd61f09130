import { useQueryClient } from "@tanstack/react-query";
import { useDone } from "@/features/core/useDone";
import { useSave } from "@/ui/useSave";
import { t } from "@/ui/words/words";
import { scorecardQuery } from "./queries";
import type { Scorecard } from "./types";

/** Saves fields of a scorecard and ranks anew. */
export function useCardSave(scorecard: Scorecard) {
  const cache = useQueryClient();
  const done = useDone();
  const { mutate } = useSave<Scorecard>(
    scorecardQuery(scorecard.id).queryKey,
    `/scorecards/${scorecard.id}`,
    scorecard.key,
  );
  return (fields: Partial<Scorecard>, after?: () => void) =>
    mutate(
      { seen: scorecard, fields },
      {
        onSuccess: () => {
          void cache.invalidateQueries({ queryKey: ["ranking", scorecard.id] });
          void done(t("scorecard.saved", { name: scorecard.key }));
          after?.();
        },
      },
    );
}
