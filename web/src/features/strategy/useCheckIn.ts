import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { toast } from "@/ui/toast";
import type { CheckIn, KeyResult } from "./types";

type Reading = Pick<CheckIn, "value" | "confidence" | "note">;

/** Records a reading; the key result and its objective follow from it. */
export function useCheckIn(keyResult: KeyResult, onFault: (fault: Problem) => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (reading: Reading) =>
      http.post<CheckIn>(`/key-results/${keyResult.id}/check-ins`, reading),
    onSuccess: async () => {
      await Promise.all(
        [["objective"], ["key_result"], ["check_in", keyResult.id]].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
      // No undo to offer: what was seen was seen, the next check-in puts it right.
      toast.done(t("checkIn.done", { name: keyResult.key }));
    },
    onError: onFault,
  });
}
