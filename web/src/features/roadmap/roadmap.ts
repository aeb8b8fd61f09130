import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import type { Clause } from "@/ui/list/types";

export type Lane = Shown<Schemas["LaneOut"]>;
export type Window = Schemas["WindowOut"];
export type Chance = Schemas["InitiativeForecast"];
export type Milestone = Shown<Schemas["MilestoneOut"]>;
export type Dependency = Schemas["InitiativeDependencyOut"];
export type OpenPromise = Schemas["OpenPromiseOut"];
export type Finding = Schemas["FindingOut"];
export type Difference = Schemas["RoadmapDifference"];
export type Snapshot = Schemas["SnapshotOut"];

/** What is said around an edit: why, and which promises are known to break. */
export interface Around {
  reason?: string;
  acknowledge?: string[];
}

/** `owner_id` is only ever sent: the answer names the owner. */
export type Initiative = Shown<Schemas["InitiativeOut"]> & { owner_id?: string | null };
export type Status = Initiative["status"];
export type Horizon = NonNullable<Initiative["horizon"]>;
export type Fields = Partial<Initiative> & Around;

export interface Roadmap {
  lanes: Lane[];
  initiatives: Initiative[];
  dependencies: Dependency[];
  milestones: Milestone[];
  rollups: Schemas["RollupOut"][];
  promises: OpenPromise[];
  seq: number;
}

/** What an edit makes of an initiative, or of another edit: values of fields that people added are laid over its own. */
export function withFields<T extends Partial<Initiative>>(seen: T, fields: Fields): T {
  const custom = fields.custom && { custom: { ...seen.custom, ...fields.custom } };
  return { ...seen, ...fields, ...custom };
}

export const STATUSES: readonly Status[] = ["idea", "planned", "committed", "in_progress", "done"];
export const HORIZONS: readonly Horizon[] = ["now", "next", "later"];
export const PRECISIONS: readonly Window["precision"][] = ["day", "month", "quarter"];

const KINDS = ["initiative", "lane", "milestone", "promise"];

export function roadmapQuery(productId: string) {
  return queryOptions({
    queryKey: ["roadmap", productId],
    queryFn: ({ signal }) => http.get<Roadmap>(`/products/${productId}/roadmap`, { signal }),
    meta: { kinds: KINDS },
  });
}

/** The ids of those initiatives that filters, as a list has them, let through. */
export function matchingQuery(productId: string, q: string, where: readonly Clause[]) {
  return queryOptions({
    queryKey: ["initiative", "matching", productId, q, where],
    queryFn: async ({ signal }) => {
      const query = { q, where: JSON.stringify(where) };
      const path = `/products/${productId}/roadmap/matching` as const;
      const { ids } = await http.get<Schemas["MatchingOut"]>(path, { query, signal });
      return new Set(ids);
    },
    placeholderData: keepPreviousData,
  });
}

/** The chances of a product's initiatives, by initiative. */
export function chancesQuery(productId: string) {
  return queryOptions({
    queryKey: ["chances", productId],
    queryFn: ({ signal }) => http.get<Chance[]>(`/products/${productId}/forecasts`, { signal }),
    meta: { kinds: ["project", "work_item", "charter", "initiative"] },
  });
}

export function initiativeQuery(id: string) {
  return queryOptions({
    queryKey: ["initiative", id],
    queryFn: ({ signal }) => http.get<Initiative>(`/initiatives/${id}`, { signal }),
  });
}

/** The objectives that an initiative advances. */
export function advancedQuery(id: string) {
  return queryOptions({
    queryKey: ["objective", "advanced by", id],
    queryFn: ({ signal }) =>
      http.get<Shown<Schemas["ObjectiveOut"]>[]>(`/initiatives/${id}/objectives`, { signal }),
    meta: { kinds: ["initiative", "key_result"] },
  });
}

/** What is wrong with a product's roadmap. */
export function findingsQuery(productId: string) {
  return queryOptions({
    queryKey: ["findings", productId],
    queryFn: ({ signal }) =>
      http.get<Finding[]>(`/products/${productId}/roadmap/findings`, { signal }),
    meta: { kinds: [...KINDS, "objective", "key_result", "project", "roadmap_policy"] },
  });
}

/** What differs between a moment (a day, or the number of a change) and now. */
export function differencesQuery(productId: string, since: string) {
  return queryOptions({
    queryKey: ["differences", productId, since],
    queryFn: ({ signal }) =>
      http.get<Schemas["DifferencesOut"]>(`/products/${productId}/roadmap/differences`, {
        query: { since },
        signal,
      }),
    meta: { kinds: KINDS },
  });
}

export function pastQuery(productId: string, at: string) {
  return queryOptions({
    queryKey: ["past", productId, at],
    queryFn: ({ signal }) =>
      http.get<Schemas["PastRoadmap"]>(`/products/${productId}/roadmap/past`, {
        query: { at },
        signal,
      }),
  });
}

export function snapshotsQuery(productId: string) {
  return queryOptions({
    queryKey: ["snapshots", productId],
    queryFn: ({ signal }) => http.get<Snapshot[]>(`/products/${productId}/snapshots`, { signal }),
    meta: { kinds: ["snapshot"] },
  });
}
