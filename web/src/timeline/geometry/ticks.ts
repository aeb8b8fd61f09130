import type { Minute } from "../types";
import type { Scale } from "./scale";
import { minuteAt, xOf } from "./scale";
import { DAY, HOUR, monthAt, quarterAt, startOfDay, startOfWeek, WEEK, yearAt } from "./time";

export interface Tick {
  at: Minute;
  x: number;
  width: number;
  label: string;
}

export interface Header {
  upper: Tick[];
  lower: Tick[];
}

export interface Unit {
  floor: (minute: Minute) => Minute;
  next: (minute: Minute) => Minute;
  label: (minute: Minute, locale: string) => string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl formats are slow to make, so each is kept. */
export function format(
  minute: Minute,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${locale}${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale || undefined, { ...options, timeZone: "UTC" });
    formats.set(key, made);
  }
  return made.format(minute * 60_000);
}

const labelled =
  (options: Intl.DateTimeFormatOptions) =>
  (minute: Minute, locale: string): string =>
    format(minute, locale, options);

const yearOf = (minute: Minute) => new Date(minute * 60_000).getUTCFullYear();

const years = (step: number): Unit => ({
  floor: (m) => yearAt(m, -(yearOf(m) % step)),
  next: (m) => yearAt(m, step),
  label: labelled({ year: "numeric" }),
});

const quarterNumber = (minute: Minute) =>
  Math.floor(new Date(minute * 60_000).getUTCMonth() / 3) + 1;

const quarter = (withYear: boolean): Unit => ({
  floor: (m) => quarterAt(m),
  next: (m) => quarterAt(m, 1),
  label: (m) => `Q${quarterNumber(m)}${withYear ? ` ${yearOf(m)}` : ""}`,
});

const month = (options: Intl.DateTimeFormatOptions): Unit => ({
  floor: (m) => monthAt(m),
  next: (m) => monthAt(m, 1),
  label: labelled(options),
});

const week = (options: Intl.DateTimeFormatOptions): Unit => ({
  floor: startOfWeek,
  next: (m) => m + WEEK,
  label: labelled(options),
});

const day = (options: Intl.DateTimeFormatOptions): Unit => ({
  floor: startOfDay,
  next: (m) => m + DAY,
  label: labelled(options),
});

const hours = (step: number): Unit => ({
  floor: (m) => Math.floor(m / (step * HOUR)) * step * HOUR,
  next: (m) => m + step * HOUR,
  label: labelled({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
});

const wholeDay = day({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const wholeMonth = month({ month: "long", year: "numeric" });

/** The two rows of the header from a zoom on, coarse over fine, so that every label has room. */
const UNITS: [number, Unit, Unit][] = [
  [1100, wholeDay, hours(1)],
  [800, wholeDay, hours(2)],
  [480, wholeDay, hours(3)],
  [200, wholeDay, hours(6)],
  [44, wholeMonth, day({ weekday: "short", day: "numeric" })],
  [18, wholeMonth, day({ day: "numeric" })],
  [7.5, wholeMonth, week({ day: "numeric", month: "short" })],
  [4, wholeMonth, week({ day: "numeric" })],
  [1, quarter(true), month({ month: "short" })],
  [0.3, years(1), quarter(false)],
  [0.11, years(5), years(1)],
  [0, years(10), years(5)],
];

/** All ticks of a unit that touch the width. */
export function ticksOf(unit: Unit, scale: Scale, width: number, locale: string): Tick[] {
  const ticks: Tick[] = [];
  const end = minuteAt(scale, width);
  let at = unit.floor(minuteAt(scale, 0));
  while (at < end) {
    const next = unit.next(at);
    const x = xOf(scale, at);
    ticks.push({ at, x, width: xOf(scale, next) - x, label: unit.label(at, locale) });
    at = next;
  }
  return ticks;
}

export function headerOf(scale: Scale, width: number, locale: string): Header {
  const [, upper, lower] = UNITS.find(([from]) => scale.perDay >= from) ?? [0, years(10), years(5)];
  return {
    upper: ticksOf(upper, scale, width, locale),
    lower: ticksOf(lower, scale, width, locale),
  };
}
