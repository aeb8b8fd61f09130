import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Plan = Schemas["PlanOut"];
export type PlanItem = Schemas["ItemOut"];
export type Dependency = Schemas["DependencyOut"];
export type Calendar = Schemas["CalendarOut"];
export type Forecast = Schemas["ForecastOut"];
export type Edited = Schemas["EditedOut"];
export type Edit = Schemas["PlanEdits"]["edits"][number];
export type ItemFields = Schemas["ItemFields"];
export type WorkItem = Schemas["WorkItemPage"];

export function planQuery(projectId: string) {
  return queryOptions({
    queryKey: ["plan", projectId],
    queryFn: ({ signal }) => http.get<Plan>(`/projects/${projectId}/plan`, { signal }),
  });
}

/** Its dates hang on the whole plan, so it names the project for live changes. */
export function workItemQuery(id: string) {
  return queryOptions({
    queryKey: ["work_item", id],
    queryFn: ({ signal }) => http.get<WorkItem>(`/work-items/${id}`, { signal }),
    meta: { kinds: ["project", "work_item"] },
  });
}

/** The forecast with what drives the finish, which takes longer to find out than its dates. */
export function forecastQuery(projectId: string) {
  return queryOptions({
    queryKey: ["forecast", projectId],
    queryFn: ({ signal }) => http.get<Forecast>(`/projects/${projectId}/forecast`, { signal }),
  });
}
