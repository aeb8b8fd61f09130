import { useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Change } from "@/api/types";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { useUndo } from "./activity";

/** Says what an action did, with its undo: call it right after the action has succeeded. */
export function useDone(): (message: string) => Promise<void> {
  const cache = useQueryClient();
  const undo = useUndo();
  return async (message) => {
    void cache.invalidateQueries({ queryKey: ["changes"] });
    // Asked for now, not on the click: by then something else may be the last change.
    const change = await http.get<Change | null>("/me/last-change").catch(() => null);
    toast.done(
      message,
      change ? { label: t("undo"), run: () => undo.mutate(change.id) } : undefined,
    );
  };
}
