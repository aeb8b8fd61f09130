import type { Minute, Span } from "../types";

export const HOUR = 60;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** `minuteOf("2026-03-02T09:00")`; a bare date is its first minute. Seconds and zones are ignored. */
export function minuteOf(text: string): Minute {
  const day = firstMinuteOf(text.slice(0, 10));
  if (text[13] !== ":" || (text[10] !== "T" && text[10] !== " ")) return day;
  const minute =
    digit(text, 11) * 600 + digit(text, 12) * HOUR + digit(text, 14) * 10 + digit(text, 15);
  return Number.isNaN(minute) ? day : day + minute;
}

// An expression for each of tens of thousands of times would take longer than to draw them.
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

// Tens of thousands of dates of a plan lie on few days.
const firstMinutes = new Map<string, Minute>();

function firstMinuteOf(text: string): Minute {
  const known = firstMinutes.get(text);
  if (known !== undefined) return known;
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) throw new RangeError(`Not a date: ${text}`);
  const [, y, m, d] = found;
  const minute = Date.UTC(Number(y), Number(m) - 1, Number(d)) / 60_000;
  firstMinutes.set(text, minute);
  return minute;
}

/** `"2026-03-02T09:00"`. */
export function textOf(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

/** `"2026-03-02"`. */
export function dateOf(minute: Minute): string {
  return textOf(minute).slice(0, 10);
}

/** The minute the reader's own clock shows. */
export function nowMinute(now: Date = new Date()): Minute {
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset();
}

export const startOfDay = (minute: Minute): Minute => Math.floor(minute / DAY) * DAY;

/** Weeks start on Monday; 1970-01-05 was one. */
export const startOfWeek = (minute: Minute): Minute =>
  Math.floor((minute - 4 * DAY) / WEEK) * WEEK + 4 * DAY;

/** 0 is Monday. */
export const weekdayOf = (minute: Minute): number => (((Math.floor(minute / DAY) + 3) % 7) + 7) % 7;

/** The first minute of the month `months` after the one `minute` is in. */
export function monthAt(minute: Minute, months = 0): Minute {
  const date = new Date(minute * 60_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 60_000;
}

export function quarterAt(minute: Minute, quarters = 0): Minute {
  const date = new Date(minute * 60_000);
  const month = Math.floor(date.getUTCMonth() / 3) * 3 + quarters * 3;
  return Date.UTC(date.getUTCFullYear(), month, 1) / 60_000;
}

export function yearAt(minute: Minute, years = 0): Minute {
  return Date.UTC(new Date(minute * 60_000).getUTCFullYear() + years, 0, 1) / 60_000;
}

/** A window of whole dates, the last one included, as a span. */
export function spanOfWindow(window: { start: string; finish: string }): Span {
  return { start: minuteOf(window.start), finish: minuteOf(window.finish) + DAY };
}

export function windowOfSpan(span: Span): { start: string; finish: string } {
  return { start: dateOf(span.start), finish: dateOf(span.finish - 1) };
}
