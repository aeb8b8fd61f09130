import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Scenario = Schemas["ScenarioOut"];
export type Review = Schemas["ReviewOut"];
export type ItemDifference = Schemas["ItemDifference"];
export type FieldDifference = Schemas["FieldDifference"];
export type LinkDifference = Schemas["LinkDifference"];
export type AssignmentDifference = Schemas["AssignmentDifference"];
export type Side = "mine" | "theirs";
export type Choice = Schemas["MergeChoice"];

/** The open scenarios of a project, or with `closed` every one that there was. */
export function scenariosQuery(projectId: string, closed = false) {
  return queryOptions({
    queryKey: ["scenario", "list", projectId, closed],
    queryFn: ({ signal }) =>
      http.get<Scenario[]>(`/projects/${projectId}/scenarios`, { query: { closed }, signal }),
  });
}

/** What it would change of the plan as it is now, so it names the project for live changes. */
export function reviewQuery(projectId: string, scenarioId: string) {
  return queryOptions({
    queryKey: ["scenario", "review", scenarioId, projectId],
    queryFn: ({ signal }) => http.get<Review>(`/scenarios/${scenarioId}/review`, { signal }),
  });
}
