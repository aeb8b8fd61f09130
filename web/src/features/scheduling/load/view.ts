import { LEVELS } from "@/features/delivery/resources/resources";
import { wordsIn } from "@/ui/inAddress";
import { type By, STEPS } from "./periods";

export const TABS = ["people", "load", "demand", "free", "calendars"] as const;

/** What the address of the resources says. */
export interface ResourcesView {
  tab?: (typeof TABS)[number];
  by?: By;
  first?: string;
  /** Soft bookings count too. */
  soft?: boolean;
  /** The cell that is open: whose, and from which day on. */
  who?: string;
  from?: string;
  /** Whose load is shown: by what their name says, what they work on, and what they are. */
  q?: string;
  project?: string;
  product?: string;
  role?: string;
  team?: string;
  /** Who is free: with which skills at which levels, for how many hours, until when. */
  skill?: string;
  level?: number;
  also?: string;
  alsoLevel?: number;
  hours?: number;
  until?: string;
}

export function readResourcesView(search: Record<string, unknown>): ResourcesView {
  const day = (value: unknown) =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  const id = (value: unknown) =>
    typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
  const number = (value: unknown) =>
    typeof value === "number" && value >= 0 && value <= 100_000 ? value : undefined;
  const level = (value: unknown) => LEVELS.find((each) => each === value);
  return {
    tab: TABS.find((each) => each === search.tab),
    by: STEPS.find((each) => each === search.by),
    first: day(search.first),
    soft: search.soft === true || undefined,
    who: typeof search.who === "string" ? search.who : undefined,
    from: day(search.from),
    q: wordsIn(search.q),
    project: id(search.project),
    product: id(search.product),
    role: id(search.role),
    team: id(search.team),
    skill: wordsIn(search.skill),
    level: level(search.level),
    also: wordsIn(search.also),
    alsoLevel: level(search.alsoLevel),
    hours: number(search.hours),
    until: day(search.until),
  };
}
