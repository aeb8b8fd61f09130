import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import type { CheckIn, KeyResult } from "./types";

type Reading = Pick<CheckIn, "value" | "confidence" | "note">;

/** Records a reading; the key result and its objective follow from it. */
export function useCheckIn(keyResult: KeyResult, onFault: (fault: Problem) => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  return useMutation({
    mutationFn: (reading: Reading) =>
      http.post<CheckIn>(`/key-results/${keyResult.id}/check-ins`, reading),
    onSuccess: async () => {
      await Promise.all(
        [["objective"], ["key_result"], ["check_in", keyResult.id]].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
      void done(t("checkIn.done", { name: keyResult.key }));
    },
    onError: onFault,
  });
}
