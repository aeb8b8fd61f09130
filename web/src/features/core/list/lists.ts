import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { addressOf, http, type Query } from "@/api/http";
import type { Item, Page, PersonRef } from "@/api/types";
import type { Clause, Field, Group, ListItem, ListState } from "@/ui/list/types";

export interface Fields {
  kind: string;
  sort: string;
  fields: Field[];
  can: { share_views: boolean; add_fields: boolean; archive: boolean; remove: boolean };
}

export interface ViewConfig {
  where: Clause[];
  q: string;
  sort: string;
  group: string;
  columns: string[];
  layout: string;
  settings: Record<string, string | number | boolean | null>;
  archived: boolean;
}

export interface SavedView extends Item {
  product_id: string | null;
  owner: PersonRef;
  shared: boolean;
  config: ViewConfig;
  missing: string[];
  is_default: boolean;
}

export interface Outcome {
  id: string;
  key: string;
  title: string;
  changes: { field: string; before: unknown; after: unknown }[];
  refusal: { code: string; detail: string } | null;
  item: ListItem | null;
}

export interface Bulk {
  changed: number;
  refused: number;
  items: Outcome[];
  change: string | null;
}

/** What is to become of the chosen objects. */
export interface Wanted {
  fields?: Record<string, unknown>;
  archived?: boolean;
  removed?: boolean;
  reason?: string;
}

/** Which rows are meant, as the server is asked. */
export interface Asked {
  kind: string;
  productId: string | undefined;
  state: ListState;
  /** What always holds of its rows, whatever is filtered by. */
  within?: Clause[];
}

/** What is recorded as a change of the object that it is part of. */
const PART_OF: Record<string, string[]> = {
  check_in: ["key_result"],
  telling: ["stakeholder"],
  standing: ["scorecard", "score", "idea", "initiative"],
  score: ["scorecard"],
  kano_answer: ["scorecard"],
  verdict: ["vision", "canvas", "stakeholder"],
  highlight: ["insight", "opportunity", "idea"],
  vote: ["post"],
  post_comment: ["post"],
  launch_step: ["launch"],
};

export const PER_PAGE = 100;
export const PER_GROUP = 50;
export const MOST_AT_ONCE = 500;
const LARGEST_PAGE = 200;

export function queryOf({ productId, state, within = [] }: Asked): Query {
  const where = [...within, ...(state.where ?? [])];
  return {
    product_id: productId,
    q: state.q,
    where: where.length ? JSON.stringify(where) : undefined,
    archived: state.archived || undefined,
  };
}

export function fieldsQuery(kind: string, productId: string | undefined) {
  return queryOptions({
    queryKey: ["custom_field", "list", "of", kind, productId],
    queryFn: ({ signal }) =>
      http.get<Fields>(`/lists/${kind}/fields`, { query: { product_id: productId }, signal }),
    staleTime: 5 * 60_000,
  });
}

export function objectsQuery(asked: Asked) {
  const query = { ...queryOf(asked), sort: asked.state.sort };
  return infiniteQueryOptions({
    queryKey: [asked.kind, "list", "objects", query],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ListItem>>(`/lists/${asked.kind}`, {
        query: { ...query, cursor: pageParam, limit: PER_PAGE },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    meta: { kinds: PART_OF[asked.kind] ?? [] },
  });
}

export function groupQuery(asked: Asked, group: Group) {
  const where = [...(asked.state.where ?? []), group.where];
  const query = {
    ...queryOf({ ...asked, state: { ...asked.state, where } }),
    sort: asked.state.sort,
  };
  return queryOptions({
    queryKey: [asked.kind, "list", "group", query],
    queryFn: ({ signal }) =>
      http.get<Page<ListItem>>(`/lists/${asked.kind}`, {
        query: { ...query, limit: PER_GROUP },
        signal,
      }),
    placeholderData: keepPreviousData,
    meta: { kinds: PART_OF[asked.kind] ?? [] },
  });
}

export interface Groups {
  total: number;
  sums: Record<string, number>;
  items: Group[];
  left_out: number;
  export_at_once: boolean;
}

/** The groups of a list, with the sums of the numbers that are shown. */
export function groupsQuery(asked: Asked, numbers: readonly string[] = []) {
  const query = { ...queryOf(asked), by: asked.state.group, sums: numbers.join(",") || "none" };
  return queryOptions({
    queryKey: [asked.kind, "list", "groups", query],
    queryFn: ({ signal }) => http.get<Groups>(`/lists/${asked.kind}/groups`, { query, signal }),
    placeholderData: keepPreviousData,
    meta: { kinds: PART_OF[asked.kind] ?? [] },
  });
}

export function viewsQuery(kind: string, productId: string | undefined) {
  return queryOptions({
    queryKey: ["saved_view", "list", kind, productId],
    queryFn: ({ signal }) =>
      http.get<SavedView[]>(`/lists/${kind}/views`, { query: { product_id: productId }, signal }),
  });
}

/** A reference's candidates. */
export function candidatesQuery(kind: string, q: string) {
  return queryOptions({
    queryKey: [kind, "list", "candidates", q],
    queryFn: ({ signal }) =>
      http.get<Page<ListItem>>(`/lists/${kind}`, {
        query: { q, limit: 30, sort: "title" },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** The tags in use. */
export function valuesQuery(kind: string, productId: string | undefined, field: string) {
  return queryOptions({
    queryKey: [kind, "list", "values", productId, field],
    queryFn: ({ signal }) =>
      http.get<Groups>(`/lists/${kind}/groups`, {
        query: { product_id: productId, by: field, sums: "none" },
        signal,
      }),
    select: (groups) =>
      groups.items.map(({ value }) => value).filter((one) => typeof one === "string"),
  });
}

export function edit(
  kind: string,
  items: readonly Pick<ListItem, "id" | "version">[],
  wanted: Wanted,
  dryRun = false,
): Promise<Bulk> {
  return http.post<Bulk>(`/lists/${kind}/bulk`, {
    items: items.map(({ id, version }) => ({ id, version })),
    ...wanted,
    dry_run: dryRun,
  });
}

/** Everything that is filtered for, as far as one edit may reach. */
export async function everyMatch(asked: Asked): Promise<ListItem[]> {
  const found: ListItem[] = [];
  let cursor: string | null = "";
  while (cursor !== null && found.length < MOST_AT_ONCE) {
    const page: Page<ListItem> = await http.get(`/lists/${asked.kind}`, {
      query: { ...queryOf(asked), sort: asked.state.sort, cursor, limit: LARGEST_PAGE },
    });
    found.push(...page.items);
    cursor = page.next;
  }
  return found.slice(0, MOST_AT_ONCE);
}

/** What is asked of a list's file in the background. */
export function exportAsked(asked: Asked, format: string, columns: string[]) {
  return { ...queryOf(asked), sort: asked.state.sort, columns, format };
}

/** A download cannot name its workspace in a header. */
export function exportAddress(asked: Asked, format: string, columns: string[], workspace: string) {
  const query = { ...queryOf(asked), sort: asked.state.sort, columns: columns.join(","), format };
  return addressOf(`/lists/${asked.kind}/export`, { ...query, workspace });
}
