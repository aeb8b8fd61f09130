import type { TimelineLink } from "../types";
import type { RowWindow } from "./outline";

/** A link between two visible rows (or the collapsed rows that stand for them). */
export interface PlacedLink {
  link: TimelineLink;
  from: number;
  to: number;
}

/** Links by place; those inside one collapsed row are left out. */
export function placeLinks(
  links: readonly TimelineLink[],
  placeOf: ReadonlyMap<string, number>,
): PlacedLink[] {
  const placed: PlacedLink[] = [];
  for (const link of links) {
    const from = placeOf.get(link.before);
    const to = placeOf.get(link.after);
    if (from !== undefined && to !== undefined && from !== to) placed.push({ link, from, to });
  }
  return placed;
}

/** Links that cross or touch the rows shown. */
export function linksWithin(placed: readonly PlacedLink[], window: RowWindow): PlacedLink[] {
  return placed.filter(
    ({ from, to }) => Math.max(from, to) >= window.first && Math.min(from, to) < window.end,
  );
}
