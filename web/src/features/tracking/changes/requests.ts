import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef, PersonRef } from "@/api/types";

export type ChangeRequest = Omit<
  Shown<Schemas["ChangeRequestOut"]>,
  "project" | "scenario" | "baseline" | "raised_by" | "waits_for"
> & {
  project: ObjectRef;
  scenario: ObjectRef | null;
  baseline: ObjectRef | null;
  raised_by: PersonRef | null;
  waits_for: PersonRef | null;
};
export type Impact = Schemas["ChangeImpact"];
export type Choice = Schemas["MergeChoice"];

/** Where plan and request changed the same, as a refusal names it. */
export interface Clash {
  id: string;
  key: string;
  field: string | null;
}

/** Its impact grows old with the plan and the scenario. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ["change_request", id],
    meta: { kinds: ["change_request", "project", "scenario", "several"] },
    queryFn: ({ signal }) => http.get<ChangeRequest>(`/change-requests/${id}`, { signal }),
  });
