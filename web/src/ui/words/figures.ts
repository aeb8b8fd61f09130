import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/session";

export interface Figures {
  number: (value: number) => string;
  percent: (share: number) => string;
  date: (iso: string) => string;
  dateTime: (iso: string) => string;
  ago: (iso: string, now?: Date) => string;
  duration: (seconds: number) => string;
}

/** Dates and numbers the way this person's locale writes them. */
export function useFigures(): Figures {
  const locale = useQuery({ ...sessionQuery, enabled: false }).data?.person.locale;
  return figuresIn(locale);
}

const made = new Map<string, Figures>();

export function figuresIn(locale = ""): Figures {
  // Intl takes longer to make a format than to write a thousand values with it, and every cell asks.
  const known = made.get(locale) ?? madeFor(usable(locale));
  made.set(locale, known);
  return known;
}

function madeFor(place: string | undefined): Figures {
  const number = new Intl.NumberFormat(place, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(place, { style: "percent", maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(place, { day: "numeric", month: "short", year: "numeric" });
  const dateTime = new Intl.DateTimeFormat(place, { dateStyle: "medium", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(place, { numeric: "auto", style: "short" });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (iso) => date.format(momentOf(iso)),
    dateTime: (iso) => dateTime.format(momentOf(iso)),
    ago: (iso, now = new Date()) => {
      const [amount, unit] = sinceIn(momentOf(iso), now);
      return relative.format(-amount, unit);
    },
    duration: (seconds) => {
      const [amount, unit] = spanOf(seconds);
      return new Intl.NumberFormat(place, {
        style: "unit",
        unit,
        unitDisplay: "long",
      }).format(amount);
    },
  };
}

/** A bare day is that day everywhere; read as UTC midnight it would be the day before in the west. */
export function momentOf(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00` : iso);
}

function sinceIn(then: Date, now: Date): [number, Intl.RelativeTimeFormatUnit] {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  return spanOf(seconds);
}

function spanOf(
  seconds: number,
): [number, "second" | "minute" | "hour" | "day" | "month" | "year"] {
  if (seconds < 60) return [Math.round(seconds), "second"];
  if (seconds < 3600) return [Math.round(seconds / 60), "minute"];
  if (seconds < 86_400) return [Math.round(seconds / 3600), "hour"];
  if (seconds < 60 * 86_400) return [Math.round(seconds / 86_400), "day"];
  if (seconds < 700 * 86_400) return [Math.round(seconds / (30.44 * 86_400)), "month"];
  return [Math.round(seconds / (365.25 * 86_400)), "year"];
}

function usable(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
