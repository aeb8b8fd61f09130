import type { Spot } from "@/ui/graph/layered";
import type { Dependency, Plan, PlanItem } from "../plan";

export const CARD = { width: 208, height: 96 } as const;
/** More cards than this nobody reads; what is critical is then shown alone. */
export const MOST_CARDS = 300;

export interface Network {
  items: PlanItem[];
  links: Dependency[];
}

/** Whatever is done or reached, with what it waits for; or of that only what decides the finish. */
export function networkOf({ items, links }: Plan, onlyCritical: boolean): Network {
  const linked = new Set(links.flatMap(({ before, after }) => [before, after]));
  const shown = items.filter(
    ({ id, type, schedule }) =>
      (type !== "summary" || linked.has(id)) && (!onlyCritical || schedule?.critical === true),
  );
  const ids = new Set(shown.map(({ id }) => id));
  return {
    items: shown.slice(0, MOST_CARDS),
    links: links.filter(({ before, after }) => ids.has(before) && ids.has(after)),
  };
}

/** Both ends decide the finish, and nothing lies between them. */
export function isCritical(link: Dependency, items: ReadonlyMap<string, PlanItem>): boolean {
  const after = items.get(link.after)?.schedule;
  return (
    items.get(link.before)?.schedule?.critical === true &&
    after?.critical === true &&
    after.driver.link_id === link.id
  );
}

/** Where an arrow key leads from a card: along a link sideways, to the next card of the same layer up and down. */
export function besides(
  id: string,
  key: string,
  spots: ReadonlyMap<string, Spot>,
  links: readonly Dependency[],
): string | undefined {
  const here = spots.get(id);
  if (!here) return undefined;
  const near = (ids: readonly string[]) =>
    ids
      .filter((each) => spots.has(each))
      .sort((a, b) => away(spots.get(a), here) - away(spots.get(b), here))[0];
  switch (key) {
    case "ArrowRight":
      return near(links.filter(({ before }) => before === id).map(({ after }) => after));
    case "ArrowLeft":
      return near(links.filter(({ after }) => after === id).map(({ before }) => before));
    case "ArrowUp":
      return near(layerOf(here, spots).filter((each) => (spots.get(each)?.y ?? 0) < here.y));
    case "ArrowDown":
      return near(layerOf(here, spots).filter((each) => (spots.get(each)?.y ?? 0) > here.y));
  }
}

const away = (spot: Spot | undefined, here: Spot): number => Math.abs((spot?.y ?? 0) - here.y);

function layerOf(here: Spot, spots: ReadonlyMap<string, Spot>): string[] {
  return [...spots].filter(([, { x }]) => Math.abs(x - here.x) < CARD.width).map(([id]) => id);
}
