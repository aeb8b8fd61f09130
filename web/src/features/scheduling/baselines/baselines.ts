import { queryOptions } from "@tanstack/react-query";
import { http, type Query } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Baseline = Schemas["BaselineOut"];
export type Comparison = Schemas["MomentsCompared"];
export type Variance = Schemas["VarianceOut"];

/** The baselines of a project, newest first. */
export function baselinesQuery(projectId: string) {
  return queryOptions({
    queryKey: ["baseline", "list", projectId],
    queryFn: ({ signal }) => http.get<Baseline[]>(`/projects/${projectId}/baselines`, { signal }),
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as the address keeps it: a baseline's id, a day that is past, or nothing for now. */
export type Moment = string;

export const isDay = (moment: Moment): boolean => DAY.test(moment);

/** What two moments are asked for by; without `to` the later one is now. */
export function askedBy(from: Moment, to?: Moment): Query {
  return {
    [isDay(from) ? "day" : "baseline_id"]: from,
    ...(to && { [isDay(to) ? "to_day" : "to_baseline_id"]: to }),
  };
}

/** It tells of the plan as it is now, so it names the project for live changes. */
export function comparisonQuery(projectId: string, from: Moment, to?: Moment) {
  return queryOptions({
    queryKey: ["comparison", projectId, from, to ?? "now"],
    queryFn: ({ signal }) =>
      http.get<Comparison>(`/projects/${projectId}/comparison`, {
        query: askedBy(from, to),
        signal,
      }),
  });
}
