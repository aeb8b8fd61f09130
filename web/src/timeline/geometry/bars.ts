import type { Span, TimelineRow } from "../types";
import type { Scale } from "./scale";
import { xOf } from "./scale";

export const ROW_HEIGHT = 32;
export const HEADER_HEIGHT = 48;
export const BAR_HEIGHT = 18;
export const SUMMARY_HEIGHT = 8;
export const DIAMOND = 8;

export interface Bar {
  x: number;
  width: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Where a span lies. Never thinner than `least`, so that an hour is still seen at year zoom. */
export function barOf(span: Span, scale: Scale, least = 3): Bar {
  const x = xOf(scale, span.start);
  return { x, width: Math.max(least, xOf(scale, span.finish) - x) };
}

export const hasDates = (row: TimelineRow): row is TimelineRow & Span =>
  row.start !== null && row.finish !== null;

/** The ends a link or a label attaches to; a milestone reaches half a diamond to both sides. */
export function reachOf(row: TimelineRow & Span, scale: Scale): { left: number; right: number } {
  const { x, width } = barOf(row, scale);
  if (row.kind === "milestone") return { left: x - DIAMOND, right: x + DIAMOND };
  return { left: x, right: x + width };
}

export const doneWidth = (bar: Bar, percent: number): number =>
  bar.width * Math.min(1, Math.max(0, percent / 100));

/** From the finish to the end of the slack; null where there is none to show. */
export function slackTail(row: TimelineRow & Span, scale: Scale): Bar | null {
  if (row.lateFinish == null || row.kind === "summary" || (row.slackMinutes ?? 0) <= 0) return null;
  const from = reachOf(row, scale).right;
  const width = xOf(scale, row.lateFinish) - from;
  return width > 3 ? { x: from, width } : null;
}

export interface Whisker {
  from: number;
  p50: number;
  p85: number;
}

/** From the finish to P85, with a tick at P50; null where the forecast adds nothing. */
export function whiskerOf(row: TimelineRow & Span, scale: Scale): Whisker | null {
  if (!row.forecast) return null;
  const from = reachOf(row, scale).right;
  const p85 = xOf(scale, row.forecast.p85);
  if (p85 - from < 3) return null;
  return { from, p50: Math.max(from, xOf(scale, row.forecast.p50)), p85 };
}

/** A summary's bracket: a bar whose ends point down at what it holds. */
export function bracketOf(bar: Bar, top: number): Point[] {
  const tip = Math.min(6, bar.width / 2);
  const { x } = bar;
  const right = x + bar.width;
  const middle = top + SUMMARY_HEIGHT * 0.6;
  const bottom = top + SUMMARY_HEIGHT + 2;
  return [
    { x, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: right - tip, y: middle },
    { x: x + tip, y: middle },
    { x, y: bottom },
  ];
}

export function diamondOf(x: number, y: number, half = DIAMOND): Point[] {
  return [
    { x, y: y - half },
    { x: x + half, y },
    { x, y: y + half },
    { x: x - half, y },
  ];
}
