import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { Told } from "../lanes";

export type Iteration = Schemas["ListedIteration"];

/** The kinds of objects whose changes are seen in iterations. */
export const HANGS_ON = ["iteration", "project", "work_item", "several"];

/** Those of a project, the latest first. */
export const iterationsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["iteration", "list", projectId],
    meta: { kinds: HANGS_ON },
    queryFn: ({ signal }) => http.get<Iteration[]>(`/projects/${projectId}/iterations`, { signal }),
  });

/** The iteration that each item was promised for: those that are open, the first to begin first, and what they hold. */
export function iterationOf(iterations: readonly Iteration[]): Told {
  const inOrder = iterations.filter(({ closed_at }) => closed_at === null).toReversed();
  return {
    values: new Map(inOrder.flatMap(({ id, item_ids }) => item_ids.map((item) => [item, id]))),
    names: new Map(inOrder.map(({ id, title }) => [id, title])),
  };
}
