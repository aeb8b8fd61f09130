/** The kinds of a plan, and of what was agreed about it, that are listed across projects. */
export const LISTED = [
  "work_item",
  "iteration",
  "gate",
  "baseline",
  "scenario",
  "charter",
  "charter_amendment",
] as const;
export type Listed = (typeof LISTED)[number];

/** The columns that a list shows until somebody chooses others. */
export const COLUMNS: Record<Listed, readonly string[]> = {
  work_item: [
    "title",
    "item_type",
    "project",
    "parent",
    "owner",
    "percent_complete",
    "days",
    "start",
    "finish",
    "slack",
    "deadline",
  ],
  iteration: ["title", "project", "phase", "start", "finish", "capacity", "goal"],
  gate: ["title", "project", "state", "due", "owner", "decided_at"],
  baseline: ["title", "project", "start", "finish", "probability", "taken_by", "created_at"],
  scenario: ["title", "project", "state", "finish", "probability", "change_count", "opened_by"],
  charter: [
    "title",
    "project",
    "state",
    "deadline",
    "project_manager",
    "answered_by",
    "answered_at",
    "amendments",
    "amended_at",
  ],
  charter_amendment: [
    "title",
    "project",
    "state",
    "deadline",
    "reason",
    "product_by",
    "project_by",
    "created_at",
  ],
};
