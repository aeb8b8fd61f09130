import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import type { Minute } from "@/timeline/types";

/** The status date as a line of its own; on the day of today its flag would lie under that of today. */
export function statusDateBesides(at: string | null, now: Minute = nowMinute()): Minute | null {
  if (!at) return null;
  const minute = minuteOf(at);
  return Math.floor(minute / 1440) === Math.floor(now / 1440) ? null : minute;
}
