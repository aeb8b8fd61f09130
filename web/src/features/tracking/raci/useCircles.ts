import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Role } from "@/features/core/raci/raci";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { circleWith, projectRaciQuery, type RaciItem, type RaciView } from "./projectRaci";

interface Letter {
  item: string;
  member: string;
  role: Role | null;
}

/** Gives letters one after the other, each on top of what the one before left. */
export function useCircles(projectId: string, view: RaciView) {
  const cache = useQueryClient();
  const done = useDone();
  const { queryKey } = projectRaciQuery(projectId, view);
  return useMutation<RaciItem[], Problem, Letter>({
    scope: { id: `raci-${projectId}` },
    mutationFn: async ({ item, member, role }) => {
      const rows = cache.getQueryData(queryKey)?.pages.flatMap((page) => page.items) ?? [];
      const row = rows.find(({ id }) => id === item);
      if (!row) return [];
      const said = { item_id: item, version: row.version, ...circleWith(row, member, role) };
      return http.put<RaciItem[]>(`/projects/${projectId}/responsibilities`, { items: [said] });
    },
    onSuccess: (lines) => {
      const fresh = new Map(lines.map((line) => [line.id, line]));
      cache.setQueryData(
        queryKey,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((line) => fresh.get(line.id) ?? line),
            })),
          },
      );
      void done(t("raci.saved"));
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
    onSettled: () => cache.invalidateQueries({ queryKey: ["project-raci", projectId] }),
  });
}
