export const PLAN_VIEWS = [
  "gantt",
  "table",
  "network",
  "calendar",
  "phases",
  "mindmap",
  "storymap",
  "people",
  "board",
  "iterations",
  "flow",
  "budget",
  "forecast",
  "baselines",
  "register",
  "requests",
  "gates",
  "raci",
  "status",
  "charter",
  "changes",
] as const;

/** The ways to look at the same plan, under its one tab. The chart's own controls turn it into its table and back. */
export const PLAN_LOOKS = [
  "gantt",
  "network",
  "calendar",
  "phases",
  "mindmap",
  "storymap",
] as const;

export const PLAN_TABS = [
  "gantt",
  "people",
  "board",
  "iterations",
  "flow",
  "budget",
  "forecast",
  "baselines",
  "register",
  "requests",
  "gates",
  "raci",
  "status",
  "charter",
] as const;

/** A scenario has the plan, its chances, and what it changes; the rest is of the project. */
export const SCENARIO_TABS = ["gantt", "forecast", "changes"] as const;
export const SCENARIO_LOOKS = PLAN_LOOKS.filter((look) => look !== "storymap");

/** What the address of a project's plan says. */
export interface PlanView {
  view: (typeof PLAN_VIEWS)[number];
  zoom?: string;
  /** The chosen row. */
  row?: string;
  /** The scenario that is shown instead of the plan. */
  scenario?: string;
  /** The baseline, or day that is past, that the plan is compared with; and the other one, instead of now. */
  baseline?: string;
  to?: string;
  /** The field that the rows of the chart are grouped by. */
  group?: string;
  /** Which rows of the chart are shown, by what follows from their dates. */
  show?: string;
  /** The columns of its outline in their order, parted by commas. */
  columns?: string;
  /** What stands beside the chart. */
  panel?: "findings";
  /** The month that the calendar shows, as 2026-03. */
  month?: string;
}

export type OnPlanView = (change: Partial<PlanView>) => void;

export function readPlanView(search: Record<string, unknown>): Partial<PlanView> {
  const { view, zoom } = search;
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  return {
    view: PLAN_VIEWS.find((each) => each === view),
    zoom: zoom === undefined ? undefined : String(zoom),
    row: text(search.row),
    scenario: text(search.scenario),
    baseline: text(search.baseline),
    to: text(search.to),
    group: text(search.group),
    show: text(search.show),
    columns: text(search.columns),
    panel: search.panel === "findings" ? "findings" : undefined,
    month: text(search.month),
  };
}
