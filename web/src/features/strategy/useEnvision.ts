import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import type { Board, Vision } from "./types";

interface Wish {
  board: Board;
  /** Having seen this newer version, write after it all the same. */
  over?: number;
}

/** Writes the next version of the vision, unless somebody else wrote one since the writing began. */
export function useEnvision(productId: string, basis: number | null, onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const begun = useRef(basis);
  return useMutation({
    mutationFn: ({ board, over }: Wish) =>
      http.post<Vision>(`/products/${productId}/visions`, {
        ...board,
        based_on: over ?? begun.current,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["vision", "list"] });
      // No undo to offer: versions are never taken away, one writes the next.
      toast.done(t("vision.done", { number: made.number }));
      onDone();
    },
    onError: (fault) => {
      if (fault.isStale) void cache.invalidateQueries({ queryKey: ["vision", "list"] });
    },
  });
}
