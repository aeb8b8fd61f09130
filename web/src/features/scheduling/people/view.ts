/** Which items and whom the grid of assignments shows, as the address says. */
export interface PeopleView {
  /** What the title or key of an item says. */
  q?: string;
  /** What the name of a person says. */
  who?: string;
  role?: string;
  team?: string;
}

export function readPeopleView(search: Record<string, unknown>): PeopleView {
  const text = (value: unknown) =>
    typeof value === "number" || (typeof value === "string" && value !== "")
      ? String(value)
      : undefined;
  return {
    q: text(search.q),
    who: text(search.who),
    role: text(search.role),
    team: text(search.team),
  };
}
