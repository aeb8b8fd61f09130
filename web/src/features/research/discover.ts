/** What the Discover page shows, as the address holds it. */
export const TABS = ["insights", "opportunities", "ideas"] as const;
export type Tab = (typeof TABS)[number];

export const SOURCES = ["interview", "feedback", "support", "data", "other"] as const;
export type Source = (typeof SOURCES)[number];

export const IDEA_STATUSES = ["new", "exploring", "chosen", "dropped"] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

export interface DiscoverView {
  tab?: Tab;
  q?: string;
  tag?: string;
  source?: Source;
  customer?: string;
  status?: IdeaStatus;
  archived?: boolean;
  sort?: string;
  /** Opportunities as a tree or as a flat list. */
  shape?: "list";
}

export type FilterName = "tag" | "source" | "customer" | "status" | "archived";

/** Which filters a tab has. */
export const FILTERS: Record<Tab, readonly FilterName[]> = {
  insights: ["source", "tag", "customer", "archived"],
  opportunities: ["archived"],
  ideas: ["status", "archived"],
};

export type OnView = (next: Partial<DiscoverView>, replace?: boolean) => void;

/** Reads the address; what it does not understand is left out, never an error. */
export function readDiscover(search: Record<string, unknown>): DiscoverView {
  return {
    tab: oneOf(TABS, search.tab),
    q: words(search.q),
    tag: words(search.tag),
    source: oneOf(SOURCES, search.source),
    customer: words(search.customer),
    status: oneOf(IDEA_STATUSES, search.status),
    archived: search.archived === true || undefined,
    sort: words(search.sort),
    shape: search.shape === "list" ? "list" : undefined,
  };
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((candidate) => candidate === value);
}

function words(value: unknown): string | undefined {
  // The router reads ?q=2026 as a number.
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? text : undefined;
}
