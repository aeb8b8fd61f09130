import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Recovery = Schemas["RecoveryOut"];
export type Answer = Schemas["RecoveryFound"];
export type Way = Schemas["WayOut"];
export type RecoveryIn = Schemas["RecoveryIn"];
export type Lever = RecoveryIn["kinds"][number];

export const LEVERS: readonly Lever[] = [
  "people",
  "overtime",
  "overlap",
  "swap",
  "split",
  "cut",
] as const;

/** A recovery; it says whether its plan moved on, so it follows the plan's changes. */
export const recoveryQuery = (id: string) =>
  queryOptions({
    queryKey: ["recovery", id],
    meta: { kinds: ["project", "scenario"] },
    queryFn: ({ signal }) => http.get<Recovery>(`/recoveries/${id}`, { signal }),
  });

/** What the address of recovery says: of which project, of which item of it, and which answer is open. */
export interface RecoveryView {
  project?: string;
  /** Whose deadline is to be made, where it is not the project's. */
  item?: string;
  id?: string;
}

export function readRecoveryView(search: Record<string, unknown>): RecoveryView {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  return { project: text(search.project), item: text(search.item), id: text(search.id) };
}
