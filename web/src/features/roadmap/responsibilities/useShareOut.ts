import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import {
  type Responsibilities,
  responsibilitiesQuery,
  type Saying,
  type Sheet,
} from "./responsibilities";

interface Share {
  subject: string;
  function: string;
  /** What is to be said of it, given what is said now. */
  saying: (sheet: Sheet) => Saying | undefined;
}

/** Shares functions out one deed after the other, each on top of what the one before left. */
export function useShareOut(productId: string) {
  const cache = useQueryClient();
  const done = useDone();
  const query = responsibilitiesQuery(productId);
  return useMutation<Responsibilities | undefined, Problem, readonly Share[]>({
    scope: { id: `responsibilities-${productId}` },
    mutationFn: async (asked) => {
      const pages = cache.getQueryData(query.queryKey)?.pages ?? [];
      const sheets = pages.flatMap((page) => [page.product, ...page.items]);
      const shares = asked.flatMap((share) => {
        const sheet = sheets.find(({ subject }) => subject.id === share.subject);
        const said = sheet && share.saying(sheet);
        if (!sheet || !said) return [];
        const own = sheet.subject.kind === "product" ? {} : { initiative_id: sheet.subject.id };
        return { ...own, function: share.function, version: sheet.version, ...said };
      });
      if (shares.length === 0) return undefined;
      return http.put<Responsibilities>(`/products/${productId}/responsibilities`, { shares });
    },
    onSuccess: (answer) => {
      if (!answer) return;
      const fresh = new Map([answer.product, ...answer.items].map((one) => [one.subject.id, one]));
      const now = (sheet: Sheet) => fresh.get(sheet.subject.id) ?? sheet;
      cache.setQueryData(
        query.queryKey,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              product: now(page.product),
              items: page.items.map(now),
            })),
          },
      );
      void done(t("responsibility.savedMatrix"));
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey: ["responsibilities"] }),
  });
}
