import { DAY, monthAt, quarterAt, startOfDay } from "../geometry/time";
import type { Minute, Span } from "../types";

/** The day, month or quarter around a time, whichever suits the zoom. */
export function unitSpanAt(time: Minute, perDay: number): Span {
  if (perDay >= 20) return { start: startOfDay(time), finish: startOfDay(time) + 7 * DAY };
  if (perDay >= 5) return { start: monthAt(time), finish: monthAt(time, 1) };
  return { start: quarterAt(time), finish: quarterAt(time, 1) };
}
