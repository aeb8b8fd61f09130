import type { TimelineLink } from "../types";

/** The rows and links that decide where a row starts. */
export interface DrivingPath {
  rows: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

export const NO_PATH: DrivingPath = { rows: new Set(), links: new Set() };

/** The link that sets the date of each row that has one. */
export function driversOf(links: readonly TimelineLink[]): ReadonlyMap<string, TimelineLink> {
  return new Map(links.filter(({ driving }) => driving).map((link) => [link.after, link]));
}

/** Back from a row over the links that set dates, to the first that waits for nothing. */
export function drivingPath(
  drivers: ReadonlyMap<string, TimelineLink>,
  id: string | null,
): DrivingPath {
  if (id === null || !drivers.has(id)) return NO_PATH;
  const rows = new Set([id]);
  const links = new Set<string>();
  for (let link = drivers.get(id); link; link = drivers.get(link.before)) {
    links.add(link.id);
    if (rows.has(link.before)) break;
    rows.add(link.before);
  }
  return { rows, links };
}
