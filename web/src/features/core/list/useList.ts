import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { tidy } from "@/ui/list/state";
import type { Clause, Field, ListState } from "@/ui/list/types";
import { type Fields, fieldsQuery, type SavedView, viewsQuery } from "./lists";

export interface List {
  kind: string;
  productId: string | undefined;
  /** What is shown: the view, with what the address says on top. */
  state: Required<Omit<ListState, "view" | "columns">> & { columns: string[] };
  set: (next: Partial<ListState>) => void;
  fields: Field[];
  byName: Map<string, Field>;
  views: SavedView[];
  view: SavedView | undefined;
  /** Does the list stand otherwise than its view says? */
  isChanged: boolean;
  isNarrowed: boolean;
  can: Fields["can"];
  fault: Error | null;
  isPending: boolean;
  /** How else than as a table it is drawn, and with what: kept in its views. */
  layout?: string;
  settings?: Record<string, string>;
  asking?: Asking;
  /** What always holds of its rows: the page shows no others. */
  within?: Clause[];
}

/** What is asked before an edit that the server would refuse without an answer. */
export interface Asking {
  codes: readonly string[];
  /** The fields to send along; null where the person thinks better of it, undefined where nothing is asked. */
  ask: (fault: unknown) => Promise<Record<string, unknown> | null | undefined>;
}

export const EVERYTHING = "all";

/** How a list is looked at: its saved view, and on top of it what the address says. */
export function useList(
  kind: string,
  productId: string | undefined,
  columns: readonly string[],
  /** Only views that were saved of this way to draw it. */
  layout?: string,
): List {
  const navigate = useNavigate();
  const said = useSearch({ strict: false }).list ?? {};
  const described = useQuery(fieldsQuery(kind, productId));
  const saved = useQuery(viewsQuery(kind, productId));
  const views = (saved.data ?? []).filter(({ config }) => !layout || config.layout === layout);
  const view =
    said.view === EVERYTHING
      ? undefined
      : (views.find(({ id }) => id === said.view) ?? views.find((one) => one.is_default));
  const fields = described.data?.fields ?? [];
  const byName = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields]);
  const base = view?.config;
  const shown = said.columns ?? (base?.columns.length ? base.columns : columns);
  const state = {
    q: said.q ?? base?.q ?? "",
    where: said.where ?? base?.where ?? [],
    sort: said.sort ?? base?.sort ?? "",
    group: said.group ?? base?.group ?? "",
    archived: said.archived ?? base?.archived ?? false,
    columns: shown.filter((name) => byName.has(name)),
  };
  const { view: _, ...changes } = said;
  return {
    kind,
    productId,
    state,
    set: (next) =>
      void navigate({
        to: ".",
        search: (before) => ({ ...before, list: tidy({ ...before.list, ...next }) }),
        replace: true,
        resetScroll: false,
      }),
    fields,
    byName,
    views,
    view,
    isChanged: tidy(changes) !== undefined,
    isNarrowed: state.q !== "" || state.where.length > 0 || state.archived,
    can: described.data?.can ?? {
      share_views: false,
      add_fields: false,
      archive: false,
      remove: false,
    },
    fault: described.error,
    isPending: described.isPending || saved.isPending,
    layout,
  };
}

/** What of the list a view keeps. */
export function configOf({ state, layout = "table", settings = {} }: List) {
  return { ...state, layout, settings };
}
