import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef } from "@/api/types";

export type Persona = Omit<Shown<Schemas["PersonaOut"]>, "product"> & { product: ObjectRef | null };
export type Job = Shown<Schemas["JobToBeDoneOut"]>;
export type JobClass = NonNullable<Job["job_class"]>;
export type Competitor = Shown<Schemas["CompetitorOut"]>;
export type Criterion = Shown<Schemas["CriterionOut"]>;
export type Rating = Schemas["RatingOut"];
export type Comparison = Omit<Schemas["ComparisonOut"], "criteria" | "competitors"> & {
  criteria: Criterion[];
  competitors: Competitor[];
};

export type CoveredPersona = Shown<Schemas["CoveredPersonaOut"]>;
export type CoveredNeed = Shown<Schemas["CoveredNeedOut"]>;
export type CoverageCell = Schemas["CoverageCellOut"];
export type Gap = Omit<Schemas["GapOut"], "persona" | "opportunity"> & {
  persona: ObjectRef;
  opportunity: ObjectRef;
};
export type Coverage = Omit<Schemas["CoverageOut"], "personas" | "opportunities" | "gaps"> & {
  personas: CoveredPersona[];
  opportunities: CoveredNeed[];
  gaps: Gap[];
};
export type Heard = Omit<Schemas["PersonaHeardOut"], "evidence" | "customer"> & {
  evidence: ObjectRef;
  customer: ObjectRef | null;
};
export interface Voices {
  heard: Heard[];
  customers: (ObjectRef & { segment: string })[];
}

export const JOB_TYPES = ["functional", "emotional", "social"] as const;
export const COMPETITOR_TYPES = ["direct", "indirect", "substitute"] as const;
