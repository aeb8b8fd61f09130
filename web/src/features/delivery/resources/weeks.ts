import type { Calendar } from "./resources";

export type PassingWeek = Calendar["weeks"][number];

/** The weeks with one more, or with one in place of `seen`, each before the first that begins later. */
export function withWeek(
  weeks: readonly PassingWeek[],
  week: PassingWeek,
  seen: PassingWeek | null,
): PassingWeek[] {
  const others = weeksBeside(weeks, seen);
  const later = others.findIndex(({ first }) => first > week.first);
  const place = later < 0 ? others.length : later;
  return [...others.slice(0, place), week, ...others.slice(place)];
}

/** All but one, which is found by what it says: somebody may have put others before it. */
export function weeksBeside(
  weeks: readonly PassingWeek[],
  seen: PassingWeek | null,
): PassingWeek[] {
  const place = weeks.findIndex((week) => isSame(week, seen));
  return weeks.filter((_, other) => other !== place);
}

export function hasWeek(weeks: readonly PassingWeek[], seen: PassingWeek): boolean {
  return weeks.some((week) => isSame(week, seen));
}

/** Those that have days in common with a span. */
export function weeksSharing(
  weeks: readonly PassingWeek[],
  { first, last }: { first: string; last: string },
): PassingWeek[] {
  return weeks.filter((week) => week.first <= last && first <= week.last);
}

function isSame(one: PassingWeek, other: PassingWeek | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
