import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";

export interface NotificationSettings {
  mail: "off" | "soon" | "daily";
  browser: boolean;
  /** Empty where none was chosen yet. */
  time_zone: string;
  /** Hours of every day, over midnight where they end before they begin. */
  quiet_from: string | null;
  quiet_to: string | null;
  /** Days that are quiet from midnight to midnight; Monday is 0. */
  quiet_days: number[];
}

export interface Notifications extends NotificationSettings {
  /** When the quiet time ends that it is now. */
  quiet_until: string | null;
}

export const notificationsQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: ({ signal }) => http.get<Notifications>("/notifications", { signal }),
});

/** What may be chosen, with the browser's time zone where none was chosen yet. */
export function settingsOf({ quiet_until: _, ...chosen }: Notifications): NotificationSettings {
  const { quiet_from, quiet_to, time_zone } = chosen;
  return {
    ...chosen,
    quiet_from: quiet_from && toTheMinute(quiet_from),
    quiet_to: quiet_to && toTheMinute(quiet_to),
    time_zone: time_zone || hereZone(),
  };
}

export function hereZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

function toTheMinute(clock: string): string {
  return clock.slice(0, 5);
}
