import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Change, ObjectRef } from "@/api/types";

export interface HomeItem extends ObjectRef {
  status: string;
}

export interface Home {
  initiatives: HomeItem[];
  projects: HomeItem[];
  /** Hand-off agreements that wait for this person's answer. */
  charters: HomeItem[];
  changes: Change[];
}

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: ({ signal }) => http.get<Home>("/home", { signal }),
});
