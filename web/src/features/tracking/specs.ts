import type { EntryKind, LineKind } from "./types";

/** A field of a line, as its page draws it. */
export interface FieldSpec {
  name: FieldName;
  as: "choice" | "day" | "person" | "line";
  options?: readonly string[];
}

export type FieldName =
  | "status"
  | "severity"
  | "due"
  | "validate_by"
  | "party"
  | "needed_by"
  | "promised_for"
  | "decided_by"
  | "decided_on"
  | "revisit_on";

export type TextName =
  | "description"
  | "resolution"
  | "statement"
  | "finding"
  | "context"
  | "options"
  | "outcome"
  | "happened"
  | "learned"
  | "recommendation";

export interface Spec {
  texts: readonly TextName[];
  rail: readonly FieldSpec[];
}

/** What each kind of line but a risk consists of. */
export const SPECS: Record<EntryKind, Spec> = {
  issue: {
    texts: ["description", "resolution"],
    rail: [
      { name: "status", as: "choice", options: ["open", "in_progress", "resolved"] },
      { name: "severity", as: "choice", options: ["low", "medium", "high", "critical"] },
      { name: "due", as: "day" },
    ],
  },
  project_assumption: {
    texts: ["statement", "finding"],
    rail: [
      { name: "status", as: "choice", options: ["open", "confirmed", "false"] },
      { name: "validate_by", as: "day" },
    ],
  },
  outside_dependency: {
    texts: ["description"],
    rail: [
      { name: "status", as: "choice", options: ["asked", "promised", "delivered", "dropped"] },
      { name: "party", as: "line" },
      { name: "needed_by", as: "day" },
      { name: "promised_for", as: "day" },
    ],
  },
  decision: {
    texts: ["context", "options", "outcome"],
    rail: [
      { name: "status", as: "choice", options: ["proposed", "decided", "replaced"] },
      { name: "decided_by", as: "person" },
      { name: "decided_on", as: "day" },
      { name: "revisit_on", as: "day" },
    ],
  },
  lesson: { texts: ["happened", "learned", "recommendation"], rail: [] },
};

/** The columns that the list of a kind shows until somebody chooses others. */
export const COLUMNS: Record<LineKind, readonly string[]> = {
  risk: [
    "title",
    "status",
    "probability",
    "likely_days",
    "score",
    "p80_days",
    "strategy",
    "owner",
    "proximity",
  ],
  issue: ["title", "status", "severity", "due", "owner"],
  project_assumption: ["title", "status", "validate_by", "owner"],
  outside_dependency: ["title", "party", "status", "needed_by", "promised_for", "late", "owner"],
  decision: ["title", "status", "outcome", "decided_by", "decided_on", "revisit_on"],
  lesson: ["title", "learned", "recommendation", "tags"],
};
