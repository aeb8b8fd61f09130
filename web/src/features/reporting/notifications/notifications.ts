import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

/** How a member is told, and when the quiet time ends that it is now. */
export type Notifications = Schemas["NotificationsOut"];
export type NotificationSettings = Omit<Notifications, "quiet_until">;

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
