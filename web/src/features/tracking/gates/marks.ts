import { dateOf } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";
import type { TimelineMark } from "@/timeline/view/TimelineMarks";
import type { Gate, GateState } from "./gates";

const TONES: Record<GateState, TimelineMark["tone"]> = {
  pending: "quiet",
  go: "good",
  conditional: "warning",
  hold: "warning",
  stop: "bad",
};

/** The day on which a gate is to be decided: its own, else that of its milestone, else when it was decided. */
export function dayOf(
  { due, decided_at }: Pick<Gate, "due" | "decided_at">,
  milestone: Minute | null,
): string | null {
  if (due) return due;
  return milestone === null ? (decided_at?.slice(0, 10) ?? null) : dateOf(milestone);
}

/** Its day has passed and nothing was decided, or a condition of its decision is overdue. */
export function toneOf(
  gate: Pick<Gate, "state" | "conditions">,
  day: string,
  today: string,
): TimelineMark["tone"] {
  const isLate = gate.conditions.some(({ overdue }) => overdue);
  return isLate || isOverdue(gate, day, today) ? "bad" : TONES[gate.state];
}

export function isOverdue(gate: Pick<Gate, "state">, day: string, today: string): boolean {
  return gate.state === "pending" && day < today;
}
