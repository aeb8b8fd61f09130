import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { type Lane, roadmapQuery } from "./roadmap";

/** Add, rename, recolour, reorder and remove the lanes of a product. */
export function useLaneDeeds(productId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const refresh = () => cache.invalidateQueries(roadmapQuery(productId));
  const onError = (fault: { detail: string; title: string }) => {
    toast.failed(fault.detail || fault.title);
    void refresh();
  };
  const add = useMutation({
    mutationFn: (lane: { title: string; colour: string }) =>
      http.post<Lane>(`/products/${productId}/lanes`, lane),
    onSuccess: refresh,
    onError,
  });
  const edit = useMutation({
    mutationFn: ({ lane, fields }: { lane: Lane; fields: Partial<Lane> }) =>
      http.patch<Lane>(`/lanes/${lane.id}`, fields, { version: lane.version }),
    onSuccess: refresh,
    onError,
  });
  const remove = useMutation({
    mutationFn: (lane: Lane) => http.delete<Lane>(`/lanes/${lane.id}`, { version: lane.version }),
    onSuccess: (lane) => {
      void done(t("lane.removed", { lane: lane.title }));
      return refresh();
    },
    onError,
  });
  return { add, edit, remove };
}
