import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Feed = Schemas["CalendarFeedOut"];
export type FeedMade = Schemas["CalendarFeedMade"];

export const feedsQuery = queryOptions({
  queryKey: ["calendar_feeds"],
  queryFn: ({ signal }) => http.get<Feed[]>("/me/calendar-feeds", { signal }),
});
