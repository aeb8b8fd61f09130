import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Token = Schemas["ApiTokenOut"];
export type TokenMade = Schemas["ApiTokenMade"];

/** How long a token may last, in days. */
export const LASTS = [7, 30, 90, 180, 365] as const;

export const tokensQuery = queryOptions({
  queryKey: ["api_tokens"],
  queryFn: ({ signal }) => http.get<Token[]>("/me/api-tokens", { signal }),
});
