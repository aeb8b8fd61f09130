import type { SharedInitiative, SharedRoadmap } from "../public/shared";

/** One thing to stand on: the whole, a lane or horizon, or an initiative in it. */
export type Step =
  | { kind: "whole"; groups: Group[] }
  | { kind: "group"; group: Group }
  | { kind: "initiative"; group: Group; initiative: SharedInitiative };

export interface Group {
  id: string;
  /** Nothing where the readers are shown no lanes. */
  title: string;
  /** What the title tells of each, which need not be told again. */
  of: readonly ("lane" | "horizon")[];
  initiatives: SharedInitiative[];
}

export const HORIZONS = ["now", "next", "later"] as const;

/** The roadmap as steps: the whole, then each group followed by what is in it. Groups with nothing in them are left out. */
export function stepsOf(groups: readonly Group[]): Step[] {
  const filled = groups.filter(({ initiatives }) => initiatives.length > 0);
  return [
    { kind: "whole", groups: filled },
    ...filled.flatMap((group): Step[] => [
      { kind: "group", group },
      ...group.initiatives.map((initiative): Step => ({ kind: "initiative", group, initiative })),
    ]),
  ];
}

/** By horizon or by lane, as the readers' picture is; what lies in none comes last. */
export function groupsOf(
  roadmap: SharedRoadmap,
  layout: "timeline" | "horizons",
  words: { horizon: (name: (typeof HORIZONS)[number]) => string; other: string },
): Group[] {
  const { initiatives } = roadmap;
  const named: [string, string, (one: SharedInitiative) => boolean][] =
    layout === "horizons"
      ? HORIZONS.map((name) => [name, words.horizon(name), (one) => one.horizon === name])
      : roadmap.lanes.map(({ id, title }) => [id, title, (one) => one.lane_id === id]);
  const groups = named.map(([id, title, isIn]) => ({
    id,
    title,
    of: [layout === "horizons" ? ("horizon" as const) : ("lane" as const)],
    initiatives: initiatives.filter(isIn),
  }));
  const placed = new Set(groups.flatMap((group) => group.initiatives.map(({ id }) => id)));
  const rest = initiatives.filter(({ id }) => !placed.has(id));
  return [
    ...groups,
    { id: "other", title: named.length > 0 ? words.other : "", of: [], initiatives: rest },
  ];
}

/** Where a key leads from a step, or nothing if it is no key of ours. Up and down go from group to group. */
export function after(key: string, at: number, steps: readonly Step[]): number | undefined {
  const last = steps.length - 1;
  const starts = steps.flatMap(({ kind }, index) => (kind === "initiative" ? [] : [index]));
  switch (key) {
    case "ArrowRight":
    case "PageDown":
    case " ":
      return Math.min(last, at + 1);
    case "ArrowLeft":
    case "PageUp":
      return Math.max(0, at - 1);
    case "ArrowDown":
      return starts.find((start) => start > at) ?? at;
    case "ArrowUp":
      return starts.findLast((start) => start < at) ?? 0;
    case "Home":
      return 0;
    case "End":
      return last;
  }
  return undefined;
}
