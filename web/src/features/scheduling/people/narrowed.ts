import type { Plan } from "../plan";
import type { PeopleView } from "./view";

type Item = Pick<Plan["items"][number], "id" | "key" | "title" | "outline_level">;

interface Person {
  id: string;
  title: string;
  role?: { id: string } | null;
  team?: { id: string } | null;
}

/** The items that the text means, by title or key, with the summaries above them. */
export function itemsNamed<T extends Item>(items: readonly T[], q = ""): readonly T[] {
  const wanted = q.trim().toLocaleLowerCase();
  if (wanted === "") return items;
  const kept: T[] = [];
  // From below: whatever stands higher up than the last one kept is above it.
  let below = 0;
  for (const item of items.toReversed()) {
    const isMeant = `${item.key} ${item.title}`.toLocaleLowerCase().includes(wanted);
    if (!isMeant && item.outline_level >= below) continue;
    kept.push(item);
    below = item.outline_level;
  }
  return kept.reverse();
}

/** The people whose name says so, and who have the role or are in the team; the role and the team themselves too. */
export function peopleMeant<T extends Person>(
  people: readonly T[],
  { who = "", role, team }: PeopleView,
): readonly T[] {
  const wanted = who.trim().toLocaleLowerCase();
  const is = (asked: string | undefined, one: T, of: T["role"]) =>
    !asked || one.id === asked || of?.id === asked;
  return people.filter(
    (one) =>
      one.title.toLocaleLowerCase().includes(wanted) &&
      is(role, one, one.role) &&
      is(team, one, one.team),
  );
}
