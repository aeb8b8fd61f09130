import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { type Draft, saidOf } from "./draft";
import type { Canvas, CanvasVersion } from "./types";

interface Wish {
  draft: Draft;
  note: string;
  /** Having seen this newer version, write after it all the same. */
  over?: number;
}

/** Writes the next version of a canvas, unless somebody else wrote one since the writing began. */
export function useWriteVersion(canvas: Canvas, basis: number | null, onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const begun = useRef(basis);
  return useMutation({
    mutationFn: ({ draft, note, over }: Wish) =>
      http.post<CanvasVersion>(`/canvases/${canvas.id}/versions`, {
        boxes: saidOf(draft),
        note,
        based_on: over ?? begun.current,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["canvas"] });
      // No undo to offer: versions are never taken away, one writes the next.
      toast.done(t("canvas.done", { name: canvas.title, number: made.number }));
      onDone();
    },
    onError: (fault) => {
      if (fault.isStale) void cache.invalidateQueries({ queryKey: ["canvas"] });
    },
  });
}
