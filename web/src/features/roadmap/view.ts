import type { Initiative, Status } from "./roadmap";

export const VIEWS = ["timeline", "horizon", "goals", "board", "table"] as const;
export type ViewName = (typeof VIEWS)[number];

/** A property that initiatives can be coloured by, or laid out by on the board. */
export const FIELDS = [
  "lane",
  "status",
  "horizon",
  "owner",
  "theme",
  "container",
  "chance",
] as const;
export type Field = (typeof FIELDS)[number];
export type PanelName = "findings" | "history";

/** What the roadmap's address says. */
export interface RoadmapView {
  view: ViewName;
  /** A named level, or pixels per day. */
  zoom?: string;
  sort?: string;
  /** What the colours mean; the lane at first. */
  colour?: Field;
  /** The board: its columns and rows. */
  columns?: Field;
  rows?: Field;
  /** Only what has these words, and this status. */
  q?: string;
  status?: Status;
  /** Only what is part of this theme, by its key; "none" for what is in none. */
  theme?: string;
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
    sort: text(search.sort),
    colour: oneOf(FIELDS, search.colour),
    columns: oneOf(FIELDS, search.columns),
    rows: oneOf(FIELDS, search.rows),
    q: text(search.q),
    status: oneOf(["idea", "planned", "committed", "in_progress", "done"] as const, search.status),
    theme: text(search.theme),
    since: search.since === undefined ? undefined : text(String(search.since)),
    picked: text(search.picked),
    panel: oneOf(["findings", "history"] as const, search.panel),
  };
}

function oneOf<T extends string>(known: readonly T[], said: unknown): T | undefined {
  return known.find((each) => each === said);
}

const text = (said: unknown): string | undefined =>
  said === undefined || said === "" ? undefined : String(said);

/** Those that the address's filter lets through; `theme` is an id, null for those in none. */
export function filtered(
  initiatives: readonly Initiative[],
  { q, status, theme }: Pick<RoadmapView, "q" | "status"> & { theme?: string | null },
): Initiative[] {
  const words = (q ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return initiatives.filter((each) => {
    if (status && each.status !== status) return false;
    if (theme !== undefined && each.theme_id !== theme) return false;
    const said =
      `${each.key} ${each.title} ${each.goal} ${each.owner?.name ?? ""}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

export const pickedKeys = (picked: string | undefined): string[] =>
  picked ? picked.split(",").filter(Boolean) : [];

/** The address's list with one key more, or without it where it was there. */
export function toggled(picked: string | undefined, key: string): string | undefined {
  const keys = pickedKeys(picked);
  const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
  return next.length > 0 ? next.join(",") : undefined;
}
