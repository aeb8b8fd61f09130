import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Item } from "@/api/types";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";

/** Puts an object away, or takes it back out: links and history stay, and the toast can undo it. */
export function useArchival(path: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  return useMutation({
    mutationFn: ({
      archived_at,
      version,
    }: Pick<Item, "kind" | "id" | "archived_at" | "version">) =>
      archived_at
        ? http.delete<Item>(`${path}/archival`, { version })
        : http.post<Item>(`${path}/archival`, undefined, { version }),
    onSuccess: (saved) => {
      cache.setQueryData([saved.kind, saved.id], saved);
      void cache.invalidateQueries({ queryKey: [saved.kind, "list"] });
      void done(
        t(saved.archived_at ? "archival.didArchive" : "archival.didRestore", {
          name: saved.key,
        }),
      );
    },
    onError: (fault, object) => {
      toast.failed(fault.detail || fault.title);
      void cache.invalidateQueries({ queryKey: [object.kind, object.id] });
    },
  });
}
