import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Amendment = Schemas["AmendmentOut"];
export type Side = "product" | "project";
export const SIDES: readonly Side[] = ["product", "project"];

export interface Amendments {
  items: Amendment[];
  /** For whom the reader may propose one now. */
  sides: Side[];
}

export const amendmentsQuery = (charterId: string) =>
  queryOptions({
    queryKey: ["charter_amendment", "list", charterId],
    meta: { kinds: ["charter_amendment", "charter", "role"] },
    queryFn: ({ signal }) => http.get<Amendments>(`/charters/${charterId}/amendments`, { signal }),
  });

export const amendmentQuery = (id: string) =>
  queryOptions({
    queryKey: ["charter_amendment", id],
    queryFn: ({ signal }) => http.get<Amendment>(`/charter-amendments/${id}`, { signal }),
  });

export interface Line {
  text: string;
  change: "kept" | "removed" | "added";
}

/** The lines of both, each once: what stays, what goes, what comes. */
export function linesOf(was: readonly string[], now: readonly string[]): Line[] {
  const kept = new Set(was.filter((text) => now.includes(text)));
  return [
    ...was.map((text): Line => ({ text, change: kept.has(text) ? "kept" : "removed" })),
    ...now.filter((text) => !kept.has(text)).map((text): Line => ({ text, change: "added" })),
  ];
}
