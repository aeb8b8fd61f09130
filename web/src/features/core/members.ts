import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { PersonRef } from "@/api/types";

/** Who is in the workspace, to pick from. */
export const peopleQuery = queryOptions({
  queryKey: ["member", "people"],
  queryFn: ({ signal }) => http.get<PersonRef[]>("/members", { signal }),
  staleTime: 5 * 60_000,
});
