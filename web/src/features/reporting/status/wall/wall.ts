import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { ObjectRef } from "@/api/types";

export type Card = Omit<Schemas["WallCard"], "milestone" | "threat" | "report" | "draft"> & {
  milestone: (ObjectRef & Schemas["WallMilestone"]) | null;
  threat: (ObjectRef & Schemas["WallThreat"]) | null;
  report: (ObjectRef & Schemas["WallReport"]) | null;
  draft: ObjectRef | null;
};

export const BY = ["none", "health", "product", "owner"] as const;
export const HEALTHS = ["off_track", "at_risk", "on_track", "unknown"] as const;
type By = (typeof BY)[number];

/** What the address of the wall says. */
export interface WallView {
  by?: By;
  health?: Card["health"];
  product?: string;
  owner?: string;
  /** Only those of which nobody reported for long. */
  stale?: boolean;
}

export interface Group {
  id: string;
  /** Empty where what they are grouped by is not known of them. */
  title: string;
  cards: Card[];
}

export const wallQuery = queryOptions({
  queryKey: ["status-wall"],
  queryFn: ({ signal }) => http.get<{ today: string; cards: Card[] }>("/status-wall", { signal }),
  meta: { kinds: ["project", "work_item", "status_report", "risk", "charter", "role"] },
});

export function readWallView(search: Record<string, unknown>): WallView {
  const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
  return {
    by: BY.find((each) => each === search.by),
    health: HEALTHS.find((each) => each === search.health),
    product: text(search.product),
    owner: text(search.owner),
    stale: search.stale === true || undefined,
  };
}

/** The cards that are asked for, in the order they came: the worst first. */
export function filtered(cards: readonly Card[], view: WallView): Card[] {
  return cards.filter(
    (card) =>
      (!view.health || card.health === view.health) &&
      (!view.product || card.product?.id === view.product) &&
      (!view.owner || card.owners.some(({ id }) => id === view.owner)) &&
      (!view.stale || card.stale),
  );
}

/** The cards by what they share; a project of two owners stands with both. */
export function grouped(cards: readonly Card[], by: By): Group[] {
  const groups = new Map<string, Group>();
  for (const card of cards) {
    for (const { id, title } of sharedBy(card, by)) {
      const group = groups.get(id) ?? { id, title, cards: [] };
      group.cards.push(card);
      groups.set(id, group);
    }
  }
  const found = [...groups.values()];
  // By health the worst come first already; the rest by name, what is not known last.
  return by === "product" || by === "owner"
    ? found.sort((a, b) => Number(!a.title) - Number(!b.title) || a.title.localeCompare(b.title))
    : found;
}

function sharedBy(card: Card, by: By): { id: string; title: string }[] {
  const none = { id: "", title: "" };
  if (by === "health") return [{ id: card.health, title: card.health }];
  if (by === "product") return [card.product ?? none];
  if (by === "owner") {
    return card.owners.length > 0
      ? card.owners.map(({ id, name }) => ({ id, title: name }))
      : [none];
  }
  return [none];
}

/** What the filters offer: everything that some card has, by name. */
export function offered(cards: readonly Card[]) {
  const choice = (by: By) =>
    grouped(cards, by)
      .filter(({ id }) => id)
      .map(({ id, title }) => ({ value: id, label: title }));
  return { products: choice("product"), owners: choice("owner") };
}
