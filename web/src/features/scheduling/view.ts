export const PLAN_VIEWS = [
  "gantt",
  "table",
  "board",
  "iterations",
  "flow",
  "forecast",
  "register",
  "charter",
] as const;

/** The chart's own controls turn it into its table and back. */
export const PLAN_TABS = [
  "gantt",
  "board",
  "iterations",
  "flow",
  "forecast",
  "register",
  "charter",
] as const;

/** What the address of a project's plan says. */
export interface PlanView {
  view: (typeof PLAN_VIEWS)[number];
  zoom?: string;
  /** The chosen row. */
  row?: string;
}

export function readPlanView(search: Record<string, unknown>): Partial<PlanView> {
  const { view, zoom, row } = search;
  return {
    view: PLAN_VIEWS.find((each) => each === view),
    zoom: zoom === undefined ? undefined : String(zoom),
    row: typeof row === "string" && row !== "" ? row : undefined,
  };
}
