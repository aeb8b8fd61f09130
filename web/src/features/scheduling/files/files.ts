import { addressOf, type Query } from "@/api/http";
import { isDay } from "../baselines/baselines";

export const PLANS = ["mspdi", "xer", "xlsx", "csv", "json"] as const;
export const DRAWINGS = ["pdf", "png", "svg"] as const;
export const PAPERS = ["a4", "a3", "letter", "tabloid"] as const;
export const UNITS = ["fit", "day", "week", "month", "quarter"] as const;

interface Asked extends Query {
  format: string;
  baseline?: string;
  workspace: string;
}

/** Where a file of the plan is; a day that is past cannot be drawn beside it, as a baseline can. */
export function fileAddress(projectId: string, { baseline, ...asked }: Asked): string {
  return addressOf(`/projects/${projectId}/plan/file`, {
    ...asked,
    ...(baseline && !isDay(baseline) && { baseline_id: baseline }),
  });
}
