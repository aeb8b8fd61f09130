import { format } from "../geometry/ticks";
import { DAY, startOfDay } from "../geometry/time";
import type { Minute } from "../types";

/** "2 Mar 2026" as the locale writes it. */
export const dateText = (minute: Minute, locale: string): string =>
  format(minute, locale, { day: "numeric", month: "short", year: "numeric" });

/** As `dateText`, with the weekday; a finish at midnight belongs to the day before. */
export const dayText = (minute: Minute, locale: string): string =>
  format(minute, locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** The day a finish falls on: midnight ends the day before. */
export const lastDay = (finish: Minute): Minute => (finish % DAY === 0 ? finish - 1 : finish);

/** What an edited cell begins with: the locale's figures, for example 02/03/2026. */
export const dateInput = (minute: Minute, locale: string): string =>
  format(minute, locale, { day: "2-digit", month: "2-digit", year: "numeric" });

/** ISO, or the locale's own order of figures, with or without a time; `keep` gives the time of day. */
export function parseDate(text: string, keep: Minute, locale: string): Minute | null {
  const found = /^(\S+?)\.?(?:[T ]+(\d{1,2}):(\d\d))?$/.exec(text.trim());
  if (!found) return null;
  const day = parseDay(found[1] ?? "", keep, locale);
  if (day === null) return null;
  if (found[2] === undefined) return day + (keep - startOfDay(keep));
  const [hours, minutes] = [Number(found[2]), Number(found[3])];
  return hours > 23 || minutes > 59 ? null : day + hours * 60 + minutes;
}

function parseDay(text: string, keep: Minute, locale: string): Minute | null {
  const figures = text.split(/\D+/).map(Number);
  if (!/^\d+(\D\d+){1,2}$/.test(text)) return null;
  const year = new Date(keep * 60_000).getUTCFullYear();
  if (text.match(/^\d{4}\D/)) return dayOf(figures[0] ?? 0, figures[1] ?? 0, figures[2] ?? 1);
  const order = orderOf(locale);
  const named = new Map(order.map((part, index) => [part, figures[index]]));
  if (figures.length === 2) {
    const short = order.filter((part) => part !== "year");
    short.forEach((part, index) => {
      named.set(part, figures[index]);
    });
    named.set("year", year);
  }
  const full = named.get("year") ?? year;
  return dayOf(full < 100 ? 2000 + full : full, named.get("month") ?? 0, named.get("day") ?? 0);
}

function orderOf(locale: string): string[] {
  return new Intl.DateTimeFormat(locale || undefined)
    .formatToParts(0)
    .map((part) => part.type as string)
    .filter((type) => type === "day" || type === "month" || type === "year");
}

function dayOf(year: number, month: number, day: number): Minute | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1;
  return real && at.getUTCDate() === day ? at.getTime() / 60_000 : null;
}
