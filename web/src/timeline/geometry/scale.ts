import type { Minute, Span, Zoom, ZoomLevel } from "../types";
import { ZOOM_LEVELS } from "../types";
import { DAY } from "./time";

/** How time lies on the screen: `origin` is the minute at x = 0, `perDay` the pixels of one day. */
export interface Scale {
  origin: Minute;
  perDay: number;
}

const LEVEL_PER_DAY: Record<ZoomLevel, number> = {
  hour: 960,
  day: 64,
  week: 24,
  month: 9,
  quarter: 3,
  year: 0.9,
};

export const PER_DAY_LIMITS = { least: 0.05, most: 2400 };

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

export function perDayOf(zoom: Zoom): number {
  const perDay = typeof zoom === "number" ? zoom : LEVEL_PER_DAY[zoom];
  return clamp(perDay, PER_DAY_LIMITS.least, PER_DAY_LIMITS.most);
}

/** The named level nearest to a continuous zoom, by ratio. */
export function levelOf(perDay: number): ZoomLevel {
  const distance = (level: ZoomLevel) => Math.abs(Math.log(LEVEL_PER_DAY[level] / perDay));
  return ZOOM_LEVELS.reduce((best, level) => (distance(level) < distance(best) ? level : best));
}

export const xOf = (scale: Scale, minute: Minute): number =>
  ((minute - scale.origin) / DAY) * scale.perDay;

export const minuteAt = (scale: Scale, x: number): Minute =>
  scale.origin + (x / scale.perDay) * DAY;

export const minutesOf = (scale: Scale, pixels: number): number => (pixels / scale.perDay) * DAY;

/** Moves the picture by `pixels` to the left. */
export const pan = (scale: Scale, pixels: number): Scale => ({
  ...scale,
  origin: scale.origin + minutesOf(scale, pixels),
});

/** Zooms so that the minute under `x` stays there. */
export function zoomTo(scale: Scale, perDay: number, x: number): Scale {
  const next = perDayOf(perDay);
  const held = minuteAt(scale, x);
  return { perDay: next, origin: held - (x / next) * DAY };
}

/** The scale that shows the whole span within `width`, with a margin on both sides. */
export function scaleToFit(span: Span, width: number, margin = 40): Scale {
  const days = Math.max(1, (span.finish - span.start) / DAY);
  const perDay = perDayOf(Math.max(1, width - 2 * margin) / days);
  return { perDay, origin: span.start - (margin / perDay) * DAY };
}

/** Puts `minute` at a fraction of the width from the left. */
export function centred(scale: Scale, minute: Minute, width: number, fraction = 0.5): Scale {
  return { ...scale, origin: minute - minutesOf(scale, width * fraction) };
}

/** The least shift that brings the span into view; the scale itself when it is there already. */
export function revealed(scale: Scale, span: Span, width: number, margin = 48): Scale {
  const left = xOf(scale, span.start);
  const right = xOf(scale, span.finish);
  if (right > margin && left < width - margin) return scale;
  return pan(scale, left - margin * 2);
}
