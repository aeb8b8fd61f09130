import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

/** A project's plan, or what a scenario makes of it. */
export type Plan = Schemas["PlanOut"] & { scenario?: Schemas["ScenarioOut"] };
export type PlanItem = Schemas["ItemOut"];
export type Dependency = Schemas["DependencyOut"];
export type Calendar = Schemas["CalendarOut"];
export type Forecast = Schemas["ForecastOut"];
export type Edited = Omit<Schemas["EditedOut"], "moved_to">;
export type Edit = Schemas["PlanEdits"]["edits"][number];
export type ItemFields = Schemas["ItemFields"];
export type WorkItem = Schemas["WorkItemPage"];

/** The working time of the project, by which days go that are said alone. */
export const projectCalendar = ({ project, calendars }: Pick<Plan, "project" | "calendars">) =>
  calendars.find(({ id }) => id === project.calendar_id);

/** A scenario is laid over the plan as it is, so it names the project for live changes. */
export function planQuery(projectId: string, scenarioId?: string) {
  return queryOptions({
    queryKey: scenarioId ? ["scenario_plan", scenarioId, projectId] : ["plan", projectId],
    queryFn: ({ signal }) =>
      http.get<Plan>(`${planAddress(projectId, scenarioId)}/plan`, { signal }),
    // To compare ten thousand tasks field by field takes longer than to draw those on screen again.
    structuralSharing: false,
    // The states of its items are those of their types.
    meta: { kinds: ["item_type"] },
  });
}

/** Below which a plan is read and edited. */
export function planAddress(projectId: string, scenarioId?: string): string {
  return scenarioId ? `/scenarios/${scenarioId}` : `/projects/${projectId}`;
}

/** Its dates hang on the whole plan, so it names the project for live changes. */
export function workItemQuery(id: string) {
  return queryOptions({
    queryKey: ["work_item", id],
    queryFn: ({ signal }) => http.get<WorkItem>(`/work-items/${id}`, { signal }),
    meta: { kinds: ["project", "work_item", "item_type"] },
  });
}

/** The same item as a scenario has it. */
export function scenarioItemQuery(scenarioId: string, id: string) {
  return queryOptions({
    queryKey: ["scenario", "item", scenarioId, id],
    queryFn: ({ signal }) =>
      http.get<WorkItem>(`/scenarios/${scenarioId}/work-items/${id}`, { signal }),
    meta: { kinds: ["scenario", "project", "work_item"] },
  });
}

/** The forecast with what drives the finish, which takes longer to find out than its dates. */
export function forecastQuery(projectId: string) {
  return queryOptions({
    queryKey: ["forecast", projectId],
    queryFn: ({ signal }) => http.get<Forecast>(`/projects/${projectId}/forecast`, { signal }),
  });
}
