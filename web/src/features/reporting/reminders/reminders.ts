import { infiniteQueryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Reminder = Schemas["ReminderOut"];
export type Reminders = Schemas["RemindersOut"];
/** A day as YYYY-MM-DD and an hour as HH:MM, of the member's own time zone. */
export interface Moment {
  day: string;
  hour: string;
}

export const remindersQuery = (done: boolean) =>
  infiniteQueryOptions({
    queryKey: ["reminder", { done }],
    queryFn: ({ signal, pageParam }) =>
      http.get<Reminders>("/reminders", { query: { done, cursor: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { kinds: ["reminder"] },
  });

export const PRESETS = ["inThreeHours", "tomorrow", "inThreeDays", "nextMonday"] as const;
export type Preset = (typeof PRESETS)[number];

/** The moment that a preset means, seen from the clock of `now`. */
export function momentOf(preset: Preset, now: Date): Moment {
  const at = new Date(now);
  if (preset === "inThreeHours") {
    at.setHours(at.getHours() + 3);
    return { day: dayOf(at), hour: hourOf(at) };
  }
  // A week from now where today is a Monday.
  const toMonday = (8 - at.getDay()) % 7 || 7;
  at.setDate(at.getDate() + { tomorrow: 1, inThreeDays: 3, nextMonday: toMonday }[preset]);
  return { day: dayOf(at), hour: "09:00" };
}

/** The clock of another time zone, as if it were this one's. */
export function clockIn(zone: string, now: Date): Date {
  return new Date(now.toLocaleString("en-US", zone ? { timeZone: zone } : undefined));
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function hourOf(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
