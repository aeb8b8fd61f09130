import { wordsIn } from "@/ui/inAddress";

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
  return {
    q: wordsIn(search.q),
    who: wordsIn(search.who),
    role: wordsIn(search.role),
    team: wordsIn(search.team),
  };
}
