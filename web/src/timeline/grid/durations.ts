import type { Workday } from "../types";

export const STANDARD_WORKDAY: Workday = { minutesPerDay: 480, daysPerWeek: 5 };

export interface UnitWords {
  minuteUnit: string;
  hourUnit: string;
  dayUnit: string;
  weekUnit: string;
}

const ENGLISH_UNITS: UnitWords = { minuteUnit: "m", hourUnit: "h", dayUnit: "d", weekUnit: "w" };

/** `"3d"`, `"4h"`, `"2w"`, `"1,5 d"`, `"1d 4h"`, or a bare number of days; working minutes, or null. */
export function parseDuration(
  text: string,
  workday: Workday = STANDARD_WORKDAY,
  words: UnitWords = ENGLISH_UNITS,
): number | null {
  const clean = text.trim().toLowerCase();
  if (!/^(?:\d+(?:[.,]\d+)?\s*\p{L}*\s*)+$/u.test(clean)) return null;
  let total = 0;
  for (const [, figure, unit] of clean.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}*)/gu)) {
    const minutes = minutesPer(unit ?? "", workday, words);
    if (minutes === null) return null;
    total += Number((figure ?? "").replace(",", ".")) * minutes;
  }
  return Math.round(total);
}

function minutesPer(unit: string, workday: Workday, words: UnitWords): number | null {
  const day = workday.minutesPerDay;
  if (unit === "" || unit === words.dayUnit || /^d(ays?)?$/.test(unit)) return day;
  if (unit === words.weekUnit || /^w(ks?|eeks?)?$/.test(unit)) return day * workday.daysPerWeek;
  if (unit === words.hourUnit || /^h(rs?|ours?)?$/.test(unit)) return 60;
  if (unit === words.minuteUnit || /^m(ins?|inutes?)?$/.test(unit)) return 1;
  return null;
}

/** The shortest honest writing: days where they come out to a quarter, hours or minutes otherwise. */
export function durationText(
  minutes: number,
  workday: Workday = STANDARD_WORKDAY,
  words: UnitWords = ENGLISH_UNITS,
  locale = "en",
): string {
  const days = minutes / workday.minutesPerDay;
  if (minutes === 0 || Number.isInteger(days * 4)) return `${figure(days, locale)}${words.dayUnit}`;
  const hours = minutes / 60;
  if (Math.abs(days) >= 2) return `${figure(days, locale)}${words.dayUnit}`;
  if (Number.isInteger(hours * 4)) return `${figure(hours, locale)}${words.hourUnit}`;
  return `${minutes}${words.minuteUnit}`;
}

const figures = new Map<string, Intl.NumberFormat>();

function figure(value: number, locale: string): string {
  let format = figures.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale || undefined, {
      maximumFractionDigits: 2,
      useGrouping: false,
    });
    figures.set(locale, format);
  }
  return format.format(value);
}
