import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { toast } from "@/ui/toast";
import { type Draft, saidOf } from "./draft";
import type { CanvasVersion, Written } from "./types";

interface Wish {
  draft: Draft;
  note: string;
  /** Having seen this newer version, write after it all the same. */
  over?: number;
}

/** Writes the next version of a canvas or of the vision, unless somebody else wrote one since the writing began. */
export function useWriteVersion(
  { kind, name, path }: Written,
  basis: number | null,
  onDone: () => void,
) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const begun = useRef(basis);
  return useMutation({
    mutationFn: ({ draft, note, over }: Wish) =>
      http.post<CanvasVersion>(path, {
        boxes: saidOf(draft),
        note,
        based_on: over ?? begun.current,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: [kind] });
      // No undo to offer: versions are never taken away, one writes the next.
      toast.done(t(`${kind}.done`, { name, number: made.number }));
      onDone();
    },
    onError: (fault) => {
      if (fault.isStale) void cache.invalidateQueries({ queryKey: [kind] });
    },
  });
}
