import { csvOf } from "./csv";
import type { FreePeople } from "./load";
import { skillsOf } from "./skills";

type Words = Record<"who" | "role" | "skills" | "from" | "enoughOn" | "free" | "capacity", string>;

/** Who is free as CSV: a line for each, the hours left in each period at its end. */
export function freeCsv({ periods, people }: FreePeople, words: Words): string {
  const { who, role, skills, from, enoughOn, free, capacity } = words;
  const said = ["Key", who, role, skills, from, enoughOn, free, capacity];
  const head = [...said, ...periods.map(({ first }) => first)];
  const lines = people.map((one) => [
    one.resource.key,
    one.resource.title,
    one.role?.title ?? "",
    skillsOf(one),
    one.first_day ?? "",
    one.enough_on ?? "",
    one.free,
    one.capacity,
    ...one.free_hours,
  ]);
  return csvOf([head, ...lines]);
}
