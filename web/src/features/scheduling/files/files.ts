import { addressOf, type Query } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { isDay } from "../baselines/baselines";

export const PLANS = ["mspdi", "xer", "xlsx", "csv", "json"] as const;
export const DRAWINGS = ["pdf", "png", "svg"] as const;
export const PAPERS = ["a4", "a3", "letter", "tabloid"] as const;
export const UNITS = ["fit", "day", "week", "month", "quarter"] as const;

type Asked = Schemas["PlanExportIn"];
export type PlanFormat = Asked["format"];
/** What is asked of a file in the background; the rest is as the server has it. */
export type Made = Partial<Asked> & { format: PlanFormat };

/** A day that is past cannot be drawn beside, as a baseline can. */
export const baselineOf = (baseline?: string): string | undefined =>
  baseline && !isDay(baseline) ? baseline : undefined;

interface FileAsked extends Query {
  format: string;
  baseline?: string;
  workspace: string;
}

/** Where a file of the plan is. */
export function fileAddress(projectId: string, { baseline, ...asked }: FileAsked): string {
  return addressOf(`/projects/${projectId}/plan/file`, {
    ...asked,
    ...(baselineOf(baseline) && { baseline_id: baselineOf(baseline) }),
  });
}
