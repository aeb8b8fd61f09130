/** Shapes every object answers with. Fields of their own belong to the feature. */

export type Kind =
  | "product"
  | "customer"
  | "insight"
  | "opportunity"
  | "idea"
  | "assumption"
  | "experiment"
  | "persona"
  | "job_to_be_done"
  | "competitor"
  | "criterion"
  | "vision"
  | "canvas"
  | "statement"
  | "theme"
  | "objective"
  | "key_result"
  | "scorecard"
  | "stakeholder"
  | "lane"
  | "initiative"
  | "charter"
  | "project"
  | "work_item"
  | "baseline"
  | "scenario"
  | "plan_template"
  | "change_request"
  | "gate"
  | "charter_amendment"
  | "status_report"
  | "resource"
  | "calendar"
  | "iteration"
  | "timesheet"
  | "time_entry"
  | "budget_line"
  | "cost_line"
  | "milestone"
  | "promise"
  | "launch"
  | "launch_step"
  | "launch_template"
  | "outcome_review"
  | "portal"
  | "post"
  | "changelog_entry"
  | "risk"
  | "issue"
  | "project_assumption"
  | "outside_dependency"
  | "decision"
  | "lesson";

export interface PersonRef {
  id: string;
  name: string;
}

/** Tiptap's document, as stored. */
export interface RichNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: RichNode[];
}

export interface Versioned {
  id: string;
  version: number;
}

export interface Item extends Versioned {
  key: string;
  kind: Kind;
  title: string;
  archived_at: string | null;
  created_at: string;
  updated_at: string;
  can: Record<string, boolean>;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface ObjectRef {
  kind: Kind;
  id: string;
  key: string;
  title: string;
}

export interface Change {
  id: string;
  seq: number;
  at: string;
  by: PersonRef | null;
  /** By which way whoever did it came, where that was no browser. */
  door: { kind: "token" | "command"; name: string } | null;
  verb: string;
  kind: Kind;
  object_id: string;
  key: string | null;
  title: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  reason: string;
  cause: string | null;
  undone: boolean;
  /** What of another object it edited: in the activity of one, and in the inbox. */
  touched: Touch[];
  can: Record<string, boolean>;
}

/** An object that a change of another one edited, or that moved with it. */
export interface Touch extends ObjectRef {
  parts: string[];
  /** The day before and the day now, where it is another. */
  start: readonly [string, string] | null;
  finish: readonly [string, string] | null;
  /** How many of the same change are not named. */
  more: number;
}

export interface Job {
  id: string;
  name: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  progress: number;
  total: number;
  /** What `progress` and `total` count. */
  unit: "percent" | "steps" | "rows" | "plans" | "interviews";
  note: string;
  result: Record<string, unknown>;
  refusal: { code: string; detail: string } | null;
  eta_seconds: number | null;
}
