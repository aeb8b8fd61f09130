import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { Page } from "@/api/types";

export type Share = Schemas["ShareOut"];
export type ShareMade = Schemas["ShareMade"];
/** What is shared by its fields; a report is shared whole, from its own page. */
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
    "theme",
    "container",
    "milestones",
    "dependencies",
  ],
  timeline: ["dates", "progress", "links", "critical", "deadline", "forecast"],
} as const;

/** The parts of the page of share links; the first shows without saying so. */
export const SHARE_TABS = ["links", "list", "audiences", "digests"] as const;
export type ShareTab = (typeof SHARE_TABS)[number];

export const FIRST_FIELDS: Record<ShareView, string[]> = {
  roadmap: ["window", "status", "lane"],
  timeline: ["dates", "progress", "links"],
};

/** What the form of a share holds. */
export interface ShareValues {
  title: string;
  fields: string[];
  /** The field that a roadmap without an audience is coloured by. */
  colour: string;
  audienceId: string;
  frozen: boolean;
  framedBy: string[];
  password: string;
  withoutPassword: boolean;
  until: string | null;
}

export const sharesQuery = infiniteQueryOptions({
  queryKey: ["share", "list"],
  queryFn: ({ pageParam, signal }) =>
    http.get<Page<Share>>("/shares", { query: { cursor: pageParam }, signal }),
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

/** On which days a share was opened, and how often, the latest first. */
export function looksQuery(shareId: string) {
  return queryOptions({
    queryKey: ["share", shareId, "looks"],
    queryFn: ({ signal }) =>
      http.get<Schemas["LooksOut"][]>(`/shares/${shareId}/looks`, { signal }),
  });
}
