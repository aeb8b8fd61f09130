import { useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import type { SavedView } from "./lists";
import { whyOf } from "./useEdits";
import { configOf, type List } from "./useList";

/** What can be done with saved views. */
export function useViewDeeds(list: List) {
  const cache = useQueryClient();
  const done = useDone();
  const { kind, productId } = list;
  const doing = async <T>(deed: () => Promise<T>, said?: string): Promise<T | undefined> => {
    try {
      const made = await deed();
      await cache.invalidateQueries({ queryKey: ["saved_view"] });
      if (said) await done(said);
      return made;
    } catch (fault) {
      toast.failed(whyOf(fault));
      return undefined;
    }
  };
  const change = (view: SavedView, fields: Record<string, unknown>) =>
    http.patch<SavedView>(`/saved-views/${view.id}`, fields, { version: view.version });
  return {
    saveAs: (title: string, shared: boolean) =>
      doing(
        () =>
          http.post<SavedView>(`/lists/${kind}/views`, {
            title,
            shared,
            product_id: productId ?? null,
            config: configOf(list),
          }),
        t("list.viewSaved", { title }),
      ),
    save: (view: SavedView) =>
      doing(
        () => change(view, { config: configOf(list) }),
        t("list.viewSaved", { title: view.title }),
      ),
    rename: (view: SavedView, title: string) => doing(() => change(view, { title })),
    share: (view: SavedView, shared: boolean) =>
      doing(
        () => change(view, { shared }),
        t(shared ? "list.viewShared" : "list.viewKept", { title: view.title }),
      ),
    openWith: (view: SavedView | null) =>
      doing(() =>
        http.put<void>(`/lists/${kind}/default-view`, {
          product_id: productId ?? null,
          view_id: view?.id ?? null,
        }),
      ),
    archive: (view: SavedView) =>
      doing(
        () => http.post(`/saved-views/${view.id}/archival`, undefined, { version: view.version }),
        t("list.viewArchived", { title: view.title }),
      ),
  };
}
