import { addressOf, type Query } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { isDay } from "../baselines/baselines";

export const PLANS = ["mspdi", "xer", "xlsx", "csv", "json"] as const;
export const DRAWINGS = ["pdf", "png", "svg"] as const;
export const PAPERS = ["a4", "a3", "letter", "tabloid"] as const;
export const UNITS = ["fit", "day", "week", "month", "quarter"] as const;

export type Made = Schemas["PlanExportIn"];
export type PlanFormat = NonNullable<Made["format"]>;

/** A day that is past cannot be drawn beside, as a baseline can. */
export const baselineOf = (baseline?: string): string | undefined =>
  baseline && !isDay(baseline) ? baseline : undefined;

interface Asked extends Query {
  format: string;
  baseline?: string;
  workspace: string;
}

/** Where a file of the plan is. */
export function fileAddress(projectId: string, { baseline, ...asked }: Asked): string {
  return addressOf(`/projects/${projectId}/plan/file`, {
    ...asked,
    ...(baselineOf(baseline) && { baseline_id: baselineOf(baseline) }),
  });
}
