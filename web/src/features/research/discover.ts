/** What the Discover page shows, as the address holds it; how its lists are looked at stands in `list`. */
export const TABS = [
  "inbox",
  "insights",
  "highlights",
  "opportunities",
  "ideas",
  "risks",
  "experiments",
  "customers",
  "personas",
  "jobs",
  "competitors",
  "coverage",
] as const;
export type Tab = (typeof TABS)[number];

export const SOURCES = ["interview", "feedback", "support", "data", "other"] as const;
export type Source = (typeof SOURCES)[number];

/** How far evidence can be relied on, from the weakest to the strongest. */
export const EVIDENCE = ["opinion", "request", "behaviour", "experiment", "paid"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const CUSTOMER_TYPES = ["company", "person"] as const;

export const IDEA_STATUSES = ["new", "exploring", "chosen", "dropped"] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

export const SHAPES = ["canvas", "list"] as const;
export type Shape = (typeof SHAPES)[number];

/** Days within which one may want to have heard of everybody. */
export const COVERED_WITHIN = 90;
export const WINDOWS = [30, 60, 90, 180, 365] as const;

export interface DiscoverView {
  tab?: Tab;
  /** Opportunities as an outline, as a canvas or as a flat list. */
  shape?: Shape;
  /** After how many days without a word a persona counts as unheard. */
  days?: number;
  /** The cell of the coverage that is open: the ids of its persona and its opportunity. */
  cell?: string;
}

export type OnView = (
  next: Partial<DiscoverView> & { list?: undefined },
  replace?: boolean,
) => void;

/** Reads the address; what it does not understand is left out, never an error. */
export function readDiscover(search: Record<string, unknown>): DiscoverView {
  return {
    tab: TABS.find((known) => known === search.tab),
    shape: SHAPES.find((known) => known === search.shape),
    days: WINDOWS.find((days) => days === search.days),
    cell: typeof search.cell === "string" ? search.cell : undefined,
  };
}
