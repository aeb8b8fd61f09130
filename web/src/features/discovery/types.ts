import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef } from "@/api/types";

export const RISKS = ["valuable", "usable", "feasible", "viable"] as const;
export type Risk = (typeof RISKS)[number];

export const METHODS = [
  "interview",
  "survey",
  "prototype",
  "fake_door",
  "concierge",
  "ab_test",
  "data",
  "spike",
  "other",
] as const;
export const COMPARISONS = ["at_least", "at_most"] as const;
export const BRANCH_STATUSES = ["considered", "exploring", "solved", "parked"] as const;

export type Assumption = Omit<Shown<Schemas["AssumptionOut"]>, "idea"> & {
  idea: ObjectRef;
  /** Only while an edit of it is on its way: the answer names the person. */
  owner_id?: string | null;
  /** Why the threshold changes after a result; it goes into the history. */
  reason?: string;
};
export type Experiment = Omit<Shown<Schemas["ExperimentOut"]>, "idea" | "assumption"> & {
  idea: ObjectRef;
  assumption: ObjectRef;
  owner_id?: string | null;
};
export type Verdict = NonNullable<Experiment["verdict"]>;
export type Heard = Omit<Schemas["HeardOut"], "insight"> & { insight: ObjectRef };
export type RiskRead = Omit<
  Schemas["RiskOut"],
  "assumption" | "experiments" | "insights_for" | "insights_against"
> & {
  assumption: Assumption | null;
  experiments: Experiment[];
  insights_for: Heard[];
  insights_against: Heard[];
};
export interface Risks {
  risks: RiskRead[];
  riskiest: Risk;
}
export type Untested = Omit<Schemas["UntestedOut"], "idea" | "assumption" | "experiment"> & {
  idea: ObjectRef;
  assumption: Assumption | null;
  experiment: ObjectRef | null;
};

export type Tree = Schemas["TreeOut"];
export type OpportunityNode = Schemas["OpportunityNodeOut"];
export type IdeaNode = Schemas["IdeaNodeOut"];
export type ExperimentNode = Schemas["ExperimentNodeOut"];
export type OutcomeNode = Schemas["OutcomeNodeOut"];
export type Warning = Schemas["WarningOut"];
export type BranchStatus = Schemas["BranchOut"]["status"];
