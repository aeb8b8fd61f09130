import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";
import { useUndo } from "@/features/core/activity";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";

export type Moves = Schemas["MovesOut"];
export type Moved = Moves["items"][number];

/** An initiative and the version of it that was seen. */
export interface Mover {
  id: string;
  version: number;
}

/** What a move would do; nothing is done. */
export function lookQuery(target: string, rows: readonly Mover[]) {
  const initiatives = said(rows);
  return queryOptions<Moves, Problem>({
    queryKey: ["initiative", "move", target, initiatives],
    queryFn: () => sent(target, rows, true),
    staleTime: 0,
    retry: false,
  });
}

/** Moves initiatives to another product, with an undo. */
export function useMove(onMoved: () => void) {
  const cache = useQueryClient();
  const undo = useUndo();
  return useMutation<Moves, Problem, { target: string; product: string; rows: readonly Mover[] }>({
    mutationFn: ({ target, rows }) => sent(target, rows, false),
    onSuccess: ({ items, change }, { product }) => {
      toast.done(
        t("move.done", { count: items.length, product }),
        change ? { label: t("undo"), run: () => undo.mutate(change) } : undefined,
      );
      onMoved();
      return cache.invalidateQueries();
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
}

function sent(target: string, rows: readonly Mover[], dry_run: boolean): Promise<Moves> {
  const body = { initiatives: said(rows), dry_run };
  return http.post<Moves>(`/products/${target}/roadmap/arrivals`, body);
}

function said(rows: readonly Mover[]): Mover[] {
  return rows.map(({ id, version }) => ({ id, version }));
}
