import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Change, ObjectRef } from "@/api/types";

export interface HomeItem extends ObjectRef {
  status: string;
  detail: {
    /** The day of a window's or deadline's end, or the moment a plan ends. */
    finish?: string | null;
    deadline?: string | null;
    /** 0 to 1; nothing where no plan says. */
    probability?: number | null;
    forecast?: { probability: number | null } | null;
    /** When somebody last said how it goes, or when it was written down if nobody ever did. */
    since?: string;
    ever?: boolean;
  };
}

export interface NewsItem extends Change {
  /** How many changes more the same deed made. */
  also: number;
}

export interface Home {
  initiatives: HomeItem[];
  projects: HomeItem[];
  /** Hand-off agreements that wait for this person's answer. */
  charters: HomeItem[];
  /** This person's initiatives of which nobody said for two weeks how they go. */
  updates_due: HomeItem[];
  changes: NewsItem[];
}

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: ({ signal }) => http.get<Home>("/home", { signal }),
});
