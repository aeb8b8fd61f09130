import type { Minute, Precision, Span } from "../types";
import { DAY, HOUR, monthAt, quarterAt, startOfDay } from "./time";

/** The step a bar moves by at a zoom: half an hour when hours are shown, a whole day otherwise. */
export const stepAt = (perDay: number): number => (perDay >= 480 ? HOUR / 2 : DAY);

export const snapDelta = (minutes: number, step: number): number =>
  Math.round(minutes / step) * step || 0;

const floorTo: Record<Precision, (minute: Minute, units?: number) => Minute> = {
  day: (minute, units = 0) => startOfDay(minute) + units * DAY,
  month: monthAt,
  quarter: quarterAt,
};

/** The nearest first minute of a day, month or quarter. */
export function snapTo(minute: Minute, precision: Precision): Minute {
  const before = floorTo[precision](minute);
  const after = floorTo[precision](minute, 1);
  return minute - before < after - minute ? before : after;
}

/** How many whole days, months or quarters a span covers, at least one. */
export function unitsOf(span: Span, precision: Precision): number {
  const start = snapTo(span.start, precision);
  let units = 1;
  while (units < 4000 && floorTo[precision](start, units) < span.finish - HOUR) units += 1;
  return units;
}

/** A span moved by `minutes`, its start on a unit, as many units long as before. */
export function moveSnapped(span: Span, minutes: number, precision: Precision): Span {
  const start = snapTo(span.start + minutes, precision);
  return { start, finish: floorTo[precision](start, unitsOf(span, precision)) };
}

/** A span with one end dragged by `minutes` onto a unit; never shorter than one unit. */
export function resizeSnapped(
  span: Span,
  end: "start" | "finish",
  minutes: number,
  precision: Precision,
): Span {
  const unit = floorTo[precision];
  if (end === "start") {
    const last = unit(span.finish - 1);
    return { ...span, start: Math.min(snapTo(span.start + minutes, precision), last) };
  }
  const first = unit(unit(span.start), 1);
  return { ...span, finish: Math.max(snapTo(span.finish + minutes, precision), first) };
}
