import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Change, Item } from "@/api/types";

export interface Home {
  my_initiatives: Item[];
  my_projects: Item[];
  recent_changes: Change[];
}

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: ({ signal }) => http.get<Home>("/home", { signal }),
});
