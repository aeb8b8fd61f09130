import type { Schemas, Shown } from "@/api/shown";
import type { Item, ObjectRef, PersonRef } from "@/api/types";

/** The kinds of lines that a project's register holds, in the order of its tabs. */
export const LINES = [
  "risk",
  "issue",
  "project_assumption",
  "outside_dependency",
  "decision",
  "lesson",
] as const;
export type LineKind = (typeof LINES)[number];
export type EntryKind = Exclude<LineKind, "risk">;
export const ENTRIES = LINES.filter((kind): kind is EntryKind => kind !== "risk");

export const ADDRESS: Record<LineKind, string> = {
  risk: "/risks",
  issue: "/issues",
  project_assumption: "/project-assumptions",
  outside_dependency: "/outside-dependencies",
  decision: "/decisions",
  lesson: "/lessons",
};

export type Risk = Omit<Shown<Schemas["ProjectRiskOut"]>, "project" | "tasks"> & {
  project: ObjectRef;
  tasks: ObjectRef[];
};
export type RiskFields = Partial<Risk> & { owner_id?: string | null; task_ids?: string[] };
export type Matrix = Schemas["MatrixOut"];
export type MatrixRisk = Schemas["MatrixRiskOut"];

/** A line of any kind but a risk: what all have, and fields told by `SPECS`. */
export interface Entry extends Item {
  project: ObjectRef;
  product_id: string | null;
  owner: PersonRef | null;
  [field: string]: unknown;
}

export const RISK_TYPES = ["threat", "opportunity"] as const;
export const CATEGORIES = [
  "technical",
  "people",
  "supplier",
  "customer",
  "legal",
  "management",
  "outside",
] as const;
export const STRATEGIES = {
  threat: ["avoid", "transfer", "mitigate", "accept"],
  opportunity: ["exploit", "share", "enhance", "accept"],
} as const;
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
