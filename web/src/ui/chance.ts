import type { Health } from "./HealthBadge";

/** The same steps as the timeline draws: 80 % and more is on track, less than 50 % is off it. */
export function healthOf(chance: number | null | undefined): Health {
  if (chance === null || chance === undefined) return "unknown";
  if (chance >= 0.8) return "on_track";
  return chance >= 0.5 ? "at_risk" : "off_track";
}
