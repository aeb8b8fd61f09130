import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import type { Schemas } from "@/api/shown";
import type { Page } from "@/api/types";
import type { ProjectFilter } from "./delivery";

export type Forecast = Schemas["ForecastOut"];
export type ProjectForecast = Schemas["ProjectForecast"];

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

/** When the projects of a list end, and how sure that is: one question for all of them. */
export function projectForecastsQuery(filter: ProjectFilter = {}) {
  return queryOptions({
    queryKey: ["forecast", "projects", filter],
    queryFn: ({ signal }) =>
      http.get<Page<ProjectForecast>>("/project-forecasts", {
        query: { ...filter, limit: 200 },
        signal,
      }),
    meta: { kinds: ["project", "work_item"] },
  });
}
