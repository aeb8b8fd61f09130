import type { FreeWhen } from "./load";

/** What somebody can do, and how well. */
export function skillsOf({ skills }: Pick<FreeWhen, "skills">): string {
  return skills.map(({ name, level }) => `${name} ${level}`).join(", ");
}
