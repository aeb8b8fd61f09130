/** What is listed across all products, and has no list elsewhere that reaches beyond one. */
export const EVERY_LIST = [
  "product",
  "launch_step",
  "launch_template",
  "lane",
  "snapshot",
  "roadmap_policy",
  "portal",
  "saved_view",
  "custom_field",
] as const;
export type EveryList = (typeof EVERY_LIST)[number];

/** The columns shown at first. */
export const FIRST_COLUMNS: Record<EveryList, readonly string[]> = {
  product: ["title", "initiatives", "now_weeks", "next_weeks", "stale_days", "updated_at"],
  launch_step: ["title", "product", "launch", "due", "state", "owner"],
  launch_template: ["title", "product", "points", "updated_at"],
  lane: ["title", "product", "colour", "position", "initiatives"],
  snapshot: ["title", "product", "taken_by", "created_at"],
  roadmap_policy: ["title", "product", "now_weeks", "next_weeks", "stale_days"],
  portal: ["title", "product", "slug", "access", "moderated", "posts", "waiting"],
  saved_view: ["title", "of", "product", "owner", "shared", "updated_at"],
  custom_field: ["title", "on", "type", "product", "description"],
};
