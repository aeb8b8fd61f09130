export const VIEWS = ["timeline", "horizon", "goals", "board", "table"] as const;
export type ViewName = (typeof VIEWS)[number];

/** A property that initiatives can be coloured by, or laid out by on the board. */
export const BUILT_IN = [
  "lane",
  "status",
  "horizon",
  "owner",
  "theme",
  "container",
  "chance",
  "effort",
  "period",
] as const;
export type BuiltIn = (typeof BUILT_IN)[number];
/** Of ours, or one that people added, as lists name it: `custom.reach`. */
export type Field = BuiltIn | `custom.${string}`;
export const isCustom = (field: string): field is `custom.${string}` => field.startsWith("custom.");
export type PanelName = "findings" | "history";

/** What the roadmap's address says; filters, sorts and saved views stand in its `list`. */
export interface RoadmapView {
  /** The saved view's, or the timeline, where it is not said. */
  view: ViewName;
  /** A named level, or pixels per day. */
  zoom?: string;
  /** What the colours mean; the lane at first. */
  colour?: Field;
  /** The board: its columns and rows. */
  columns?: Field;
  rows?: Field;
  /** The moment that is compared with: a day, or the number of a change. */
  since?: string;
  /** The keys of those picked together. */
  picked?: string;
  panel?: PanelName;
}

export type OnView = (change: Partial<RoadmapView>) => void;

export function readRoadmapView(search: Record<string, unknown>): Partial<RoadmapView> {
  const { zoom } = search;
  return {
    view: oneOf(VIEWS, search.view),
    zoom: zoom === undefined ? undefined : String(zoom),
    colour: readField(search.colour),
    columns: readField(search.columns),
    rows: readField(search.rows),
    since: search.since === undefined ? undefined : text(String(search.since)),
    picked: text(search.picked),
    panel: oneOf(["findings", "history"] as const, search.panel),
  };
}

export function readField(said: unknown): Field | undefined {
  const name = String(said ?? "");
  return isCustom(name) ? name : oneOf(BUILT_IN, name);
}

export function oneOf<T extends string>(known: readonly T[], said: unknown): T | undefined {
  return known.find((each) => each === said);
}

const text = (said: unknown): string | undefined =>
  said === undefined || said === "" ? undefined : String(said);

export const pickedKeys = (picked: string | undefined): string[] =>
  picked ? picked.split(",").filter(Boolean) : [];

/** The address's list with one key more, or without it where it was there. */
export function toggled(picked: string | undefined, key: string): string | undefined {
  const keys = pickedKeys(picked);
  const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
  return next.length > 0 ? next.join(",") : undefined;
}
