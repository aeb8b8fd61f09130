import type { Schemas, Shown } from "@/api/shown";

export type Vision = Shown<Schemas["VisionOut"]>;
export type KeyResult = Shown<Schemas["KeyResultOut"]> & {
  /** Only while an edit of it is on its way: the answer names the owner. */
  owner_id?: string | null;
};
export type Contribution = Schemas["ContributionOut"];
export type CheckIn = Schemas["CheckInOut"];
export type Objective = Omit<Shown<Schemas["ObjectiveOut"]>, "key_results"> & {
  key_results: KeyResult[];
  /** Only while an edit of it is on its way: the answer names the owner. */
  owner_id?: string | null;
  parent_id?: string | null;
};

/** The five boxes of the vision board, in reading order. */
export const BOXES = ["statement", "target_group", "needs", "product", "business_goals"] as const;
export type Box = (typeof BOXES)[number];
