import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { toast } from "@/ui/toast";
import { comparisonQuery } from "../queries";
import type { Comparison, Rating } from "../types";

export interface CellAt {
  criterion_id: string;
  competitor_id: string | null;
}

export type Said = Partial<Pick<Rating, "score" | "note" | "source" | "checked_on">>;

export function ratingAt(comparison: Comparison, at: CellAt): Rating | undefined {
  return comparison.ratings.find(
    (one) => one.criterion_id === at.criterion_id && one.competitor_id === at.competitor_id,
  );
}

const UNRATED = {
  version: 0,
  score: null,
  note: "",
  source: "",
  checked_on: null,
  stale: false,
  by: null,
};

/** Writes a cell of the comparison: shown at once, compared and set on the server, taken back when refused. */
export function useRate(productId: string) {
  const cache = useQueryClient();
  const { queryKey } = comparisonQuery(productId);
  const put = (rating: Rating) =>
    cache.setQueryData(queryKey, (seen) => {
      if (!seen) return seen;
      const others = seen.ratings.filter((one) => one !== ratingAt(seen, rating));
      return { ...seen, ratings: [...others, rating] };
    });
  const { mutate } = useMutation<Rating, Problem, { at: CellAt; said: Said }>({
    // One after the other, so that the second says which version the first one made.
    scope: { id: `comparison ${productId}` },
    mutationFn: ({ at, said }) => {
      const seen = cache.getQueryData(queryKey);
      const version = (seen && ratingAt(seen, at)?.version) ?? 0;
      return http.put<Rating>(`/criteria/${at.criterion_id}/rating`, {
        competitor_id: at.competitor_id,
        version,
        ...said,
      });
    },
    onSuccess: put,
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  return async (at: CellAt, said: Said) => {
    await cache.cancelQueries({ queryKey });
    const seen = cache.getQueryData(queryKey);
    put({ ...UNRATED, ...at, ...(seen && ratingAt(seen, at)), ...said });
    mutate({ at, said });
  };
}
