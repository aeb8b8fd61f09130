import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useDone } from "@/features/core/useDone";
import type { Span } from "@/timeline/types";
import { toast } from "@/ui/toast";
import { windowAt } from "../laneItems";
import { type Fields, withFields } from "../roadmap";
import { settle } from "../useInitiativeSave";
import { idOf, laneId, type Portfolio, type PortfolioItem, themeIn } from "./portfolio";

interface Edit {
  seen: PortfolioItem;
  fields: Fields;
}

/** What can be dragged across a portfolio: along time, and from theme to theme of the same product. */
export function usePortfolioDeeds(portfolio: Portfolio) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const save = useMutation({
    mutationFn: ({ seen, fields }: Edit) => settle(seen, fields),
    scope: { id: "portfolio" },
    meta: { unsent: t("kind.initiative") },
    onMutate: async ({ seen, fields }) => {
      await cache.cancelQueries({ queryKey: ["portfolio"] });
      cache.setQueriesData<Portfolio>(
        { queryKey: ["portfolio"] },
        (held) =>
          held && {
            ...held,
            items: held.items.map((each) =>
              each.id === seen.id ? withFields(each, fields) : each,
            ),
          },
      );
    },
    onSuccess: (saved, { seen }) => {
      if (saved.version !== seen.version) void done(t("portfolio.moved", { name: seen.key }));
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey: ["portfolio"] }),
  });
  return (name: string, span: Span, to: string | null | undefined) => {
    const seen = portfolio.items.find(({ id }) => id === idOf(name));
    if (!seen?.window) return undefined;
    const fields: Fields = { window: windowAt(span, seen.window.precision) };
    const lane = portfolio.lanes.find((_, place) => laneId(place) === to);
    if (lane && !lane.initiatives.includes(seen.id)) {
      const theme = portfolio.by === "theme" ? themeIn(lane, seen.product_id) : undefined;
      if (theme === undefined) {
        toast.failed(t(`portfolio.stays.${portfolio.by}`, { name: seen.key, lane: lane.title }));
        return Promise.reject(new Error("it stays in its lane"));
      }
      fields.theme_id = theme;
    }
    return save.mutateAsync({ seen, fields });
  };
}
