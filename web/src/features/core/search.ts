import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";

/** A run of plain text; `hit` where it is what was looked for. */
export interface Run {
  text: string;
  hit: boolean;
}

export interface Hit extends ObjectRef {
  marked: Run[];
  excerpt: Run[];
  /** The comment or update in which it was found. */
  remark_id: string | null;
}

export function searchQuery(q: string, kinds?: string) {
  return queryOptions({
    queryKey: ["search", q, kinds ?? ""],
    queryFn: ({ signal }) => http.get<Hit[]>("/search", { query: { q, kinds }, signal }),
    staleTime: 10_000,
  });
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
