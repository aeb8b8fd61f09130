import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Share = Schemas["ShareOut"];
export type ShareMade = Schemas["ShareMade"];
export type ShareView = "roadmap" | "timeline";

/** What a share may name, in the order of the form; the server knows no others. */
export const SHARE_FIELDS = {
  roadmap: [
    "window",
    "status",
    "lane",
    "horizon",
    "forecast",
    "goal",
    "metrics",
    "features",
    "description",
    "owner",
    "effort",
    "milestones",
    "dependencies",
  ],
  timeline: ["dates", "progress", "links", "critical", "deadline", "forecast"],
} as const;

export const FIRST_FIELDS: Record<ShareView, string[]> = {
  roadmap: ["window", "status", "lane"],
  timeline: ["dates", "progress", "links"],
};

export const sharesQuery = queryOptions({
  queryKey: ["share", "list"],
  queryFn: ({ signal }) => http.get<Share[]>("/shares", { signal }),
});

/** On which days a share was opened, and how often, the latest first. */
export function looksQuery(shareId: string) {
  return queryOptions({
    queryKey: ["share", shareId, "looks"],
    queryFn: ({ signal }) =>
      http.get<Schemas["LooksOut"][]>(`/shares/${shareId}/looks`, { signal }),
  });
}
