import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Levelling = Schemas["LevellingOut"];
export type Proposal = Schemas["ProposalOut"];
export type WayOut = Schemas["LevelledDates"];
export type Moved = Schemas["MovedItem"];
export type LevellingIn = Schemas["LevellingIn"];

/** A levelling; it says whether its plans moved on, so it follows their changes. */
export const levellingQuery = (id: string) =>
  queryOptions({
    queryKey: ["levelling", id],
    meta: { kinds: ["project", "several"] },
    queryFn: ({ signal }) => http.get<Levelling>(`/levellings/${id}`, { signal }),
  });

export type ProjectValue = Schemas["ProjectValue"];

/** What each of these projects is worth, and what a day late of it counts among them. */
export const projectValuesQuery = (projects: readonly string[]) =>
  queryOptions({
    queryKey: ["project_values", ...projects],
    meta: { kinds: ["project", "initiative", "scorecard"] },
    queryFn: ({ signal }) =>
      http.get<ProjectValue[]>(
        `/levelling-values?${projects.map((id) => `project_id=${id}`).join("&")}`,
        { signal },
      ),
  });

/** What the address of levelling says: which projects, and which proposal is open. */
export interface LevellingView {
  projects?: string[];
  id?: string;
}

export function readLevellingView(search: Record<string, unknown>): LevellingView {
  const { projects, id } = search;
  const named = (Array.isArray(projects) ? projects : [projects]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
  return {
    projects: named.length > 0 ? named : undefined,
    id: typeof id === "string" && id !== "" ? id : undefined,
  };
}

export const FASTEST = "fastest";

/** Which way out is chosen at first: the fastest, unless another is as good in all and better in something. */
export function firstChoice({ alternatives }: Pick<Proposal, "alternatives">): string {
  const applicable = alternatives.filter((one) => one.applicable).map(({ name }) => name);
  return applicable.includes(FASTEST) ? FASTEST : (applicable[0] ?? FASTEST);
}

/** The dates of a way out: the proposal's own are those of the fastest. */
export const datesOf = (proposal: Proposal, name: string): WayOut =>
  proposal.alternatives.find((one) => one.name === name)?.dates ?? proposal;
