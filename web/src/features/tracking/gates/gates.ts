import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef, PersonRef } from "@/api/types";

export type Gate = Omit<Shown<Schemas["GateOut"]>, "project" | "milestone" | "owner"> & {
  project: ObjectRef;
  milestone: ObjectRef | null;
  owner: PersonRef | null;
};
export type Criterion = Schemas["GateCriterionOut"];
export type CriterionIn = Schemas["GateCriterionIn"];
export type Condition = Schemas["GateConditionOut"];
export type Decision = Gate["decisions"][number];
export type GateState = Gate["state"];
export type Verdict = Schemas["GateVerdict"]["verdict"];

export const VERDICTS: readonly Verdict[] = ["go", "conditional", "hold", "stop"];
export const TEMPLATES = ["classic", "light"] as const;
export const MEASURES = [
  "person",
  "charter_signed",
  "baseline_set",
  "findings",
  "chance",
  "severe_issues",
  "work_done",
] as const;
/** What is held against a figure, in per cent or in rows. */
const UNITS: Partial<Record<Criterion["measure"], "percent" | "count">> = {
  findings: "count",
  severe_issues: "count",
  chance: "percent",
  work_done: "percent",
};

export const unitOf = (measure: Criterion["measure"]) => UNITS[measure];

/** What is measured grows old with the plan, its charter, its baselines and its issues. */
const KINDS = ["gate", "project", "work_item", "charter", "baseline", "issue", "several"];

export const gatesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["gate", "list", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) =>
      http.get<{ items: Gate[]; can: Record<string, boolean> }>(`/projects/${projectId}/gates`, {
        signal,
      }),
  });

export const gateQuery = (id: string) =>
  queryOptions({
    queryKey: ["gate", id],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Gate>(`/gates/${id}`, { signal }),
  });

/** The verdicts that can be given now; the server has the last word. */
export function possible(gate: Pick<Gate, "unmet">): Verdict[] {
  return VERDICTS.filter((verdict) => verdict !== "go" || gate.unmet === 0);
}

/** The criteria as they are sent: without what was checked or measured of them. */
export function criteriaIn(criteria: readonly Criterion[]): CriterionIn[] {
  return criteria.map(({ id, text, measure, must, threshold }) => ({
    id,
    text,
    measure,
    must,
    threshold,
  }));
}
