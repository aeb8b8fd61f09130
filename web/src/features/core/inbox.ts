import { queryOptions, useQuery } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import type { HomeItem, NewsItem } from "./home";

export interface DueLine extends ObjectRef {
  /** The day, as YYYY-MM-DD. */
  on: string;
  /** An update is due: since which day nobody said how it goes. */
  since: string | null;
}

export interface InboxItem extends NewsItem {
  why: string;
  unseen: boolean;
  /** The first words of a comment. */
  excerpt: string;
  /** What of one's own is told to be due. */
  due: DueLine[];
}

export interface Inbox {
  items: InboxItem[];
  unseen: number;
  /** This person's initiatives of which nobody said for two weeks how they go. */
  updates_due: HomeItem[];
}

export const INBOX_TABS = ["mine", "comments"] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

export const inboxQuery = queryOptions({
  queryKey: ["inbox"],
  queryFn: ({ signal }) => http.get<Inbox>("/inbox", { signal }),
});

/** How many changes that concern me I have not looked at. */
export function useUnseen(): number {
  return useQuery(inboxQuery).data?.unseen ?? 0;
}
