import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type ResearchImport = Schemas["ResearchImportOut"];
export type Mapping = Schemas["Mapping"];
export type Recognised = Schemas["Recognised"];
export type DryRun = Schemas["DryRun"];
export type Fate = Schemas["Tried"]["what"];
export type Lost = Schemas["Lost"];

export const TARGETS = ["insight", "idea", "opportunity"] as const;
export const STATUSES = ["new", "exploring", "chosen", "dropped"] as const;
export const COLUMNS = [
  "id",
  "title",
  "text",
  "type",
  "group",
  "state",
  "labels",
  "author",
  "customer",
  "created",
  "closed",
  "votes",
  "parent",
  "url",
  "comment",
  "keep",
  "skip",
] as const;
/** By which value of the source items may be told apart; the words are those of `recognised.values`. */
export const TELLING = { type: "types", group: "groups", state: "states" } as const;

/** An import, watched while the server reads or writes. */
export function researchImportQuery(id: string) {
  return queryOptions({
    queryKey: ["researchImport", id],
    queryFn: ({ signal }) => http.get<ResearchImport>(`/research/imports/${id}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === "reading" || state.data?.state === "importing" ? 700 : false,
  });
}

/** What the import would do, with the rows of one fate or of all. */
export function dryRunQuery(id: string, what: Fate | undefined) {
  return queryOptions({
    queryKey: ["researchImport", id, "dry-run", what ?? ""],
    queryFn: ({ signal }) =>
      http.get<DryRun>(`/research/imports/${id}/dry-run`, { query: { what }, signal }),
  });
}
