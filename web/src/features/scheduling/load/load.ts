import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type Heat = Schemas["HeatOut"];
export type HeatRow = Schemas["HeatRow"];
export type Cell = Schemas["CellOut"];
export type Overload = Schemas["OverloadOut"];
export type Overloads = Schemas["OverloadsOut"];
export type Demand = Schemas["DemandOut"];
export type Unfilled = Schemas["UnfilledOut"];
export type FreePeople = Schemas["FreePeople"];
export type FreeWhen = Schemas["FreeWhen"];

/** Load follows every plan, every calendar and every person. */
const WITH_PLANS = ["project", "work_item", "resource", "calendar", "several"];

export interface Span {
  first: string;
  last: string;
}

/** Only those who work on the project or for the product, or who have the role or are in the team. */
export interface Within {
  project_id?: string | undefined;
  product_id?: string | undefined;
  role_id?: string | undefined;
  team_id?: string | undefined;
}

export const heatQuery = (span: Span, by: string, soft: boolean, within: Within = {}) =>
  queryOptions({
    queryKey: ["load", "heat", span, by, soft, within],
    meta: { kinds: WITH_PLANS },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      http.get<Heat>("/load", { query: { ...span, by, soft, ...within }, signal }),
  });

export const cellQuery = (resourceId: string, span: Span, soft: boolean) =>
  queryOptions({
    queryKey: ["load", "cell", resourceId, span, soft],
    meta: { kinds: WITH_PLANS },
    queryFn: ({ signal }) =>
      http.get<Cell>(`/resources/${resourceId}/load`, { query: { ...span, soft }, signal }),
  });

export const overloadsQuery = (span: Span, soft: boolean, limit: number, within: Within = {}) =>
  queryOptions({
    queryKey: ["load", "overloads", span, soft, limit, within],
    meta: { kinds: WITH_PLANS },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      http.get<Overloads>("/load/overloads", {
        query: { ...span, soft, limit, ...within },
        signal,
      }),
  });

export const demandQuery = (span: Span, by: string, soft: boolean) =>
  queryOptions({
    queryKey: ["load", "demand", span, by, soft],
    meta: { kinds: WITH_PLANS },
    queryFn: ({ signal }) =>
      http.get<Demand>("/load/demand", { query: { ...span, by, soft }, signal }),
  });

export interface Wanted {
  skill: string;
  level: number;
  and_skill: string;
  and_level: number;
  hours: number;
  role_id: string | undefined;
  team_id: string | undefined;
  /** Soft bookings take time too. */
  soft: boolean;
}

export const freeQuery = (span: Span, by: string, wanted: Wanted) =>
  queryOptions({
    queryKey: ["load", "free", span, by, wanted],
    meta: { kinds: WITH_PLANS },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      http.get<FreePeople>("/load/free", { query: { ...span, by, ...wanted }, signal }),
  });
