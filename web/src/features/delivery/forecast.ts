import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";

export type Forecast = Schemas["ForecastOut"];

/** What a project's simulation says; null while its plan is empty. */
export function forecastQuery(projectId: string) {
  return queryOptions({
    queryKey: ["forecast", projectId],
    queryFn: async ({ signal }) => {
      try {
        return await http.get<Forecast>(`/projects/${projectId}/forecast`, { signal });
      } catch (fault) {
        if (fault instanceof Problem && fault.status === 404) return null;
        throw fault;
      }
    },
    meta: { kinds: ["work_item"] },
  });
}
