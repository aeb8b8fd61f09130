import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Group, ListItem } from "@/ui/list/types";
import { groupQuery, groupsQuery, objectsQuery, PER_GROUP } from "./lists";
import type { List } from "./useList";

export type Line =
  | { type: "group"; id: string; group: Group; isOpen: boolean }
  | { type: "row"; id: string; item: ListItem }
  | { type: "more"; id: string; group: Group; left: number };

export interface Rows {
  lines: Line[];
  items: ListItem[];
  total: number | undefined;
  isPending: boolean;
  fault: Error | null;
  retry: () => void;
  /** Reads on where the end comes into view. */
  readOn: () => void;
  toggle: (group: Group) => void;
}

/** How many rows a list has, and its groups. */
export function countQuery(list: List) {
  const { kind, productId, state, within } = list;
  // Only the heads of groups tell sums, of the columns that are shown.
  const numbers = state.group
    ? state.columns.filter((name) => list.byName.get(name)?.type === "number")
    : [];
  const asked = { kind, productId, state, within };
  return { ...groupsQuery(asked, numbers), enabled: !list.isPending };
}

/** The lines of a list: its rows as they are read on, or its groups with the rows of those that are open. */
export function useRows(list: List): Rows {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { kind, productId, state, within } = list;
  const asked = { kind, productId, state, within };
  const isGrouped = state.group !== "";
  const counted = useQuery(countQuery(list));
  const listed = useInfiniteQuery({
    ...objectsQuery(asked),
    enabled: !list.isPending && !isGrouped,
  });
  const groups = isGrouped ? (counted.data?.items ?? []) : [];
  const read = useQueries({
    queries: groups.map((group) => ({
      ...groupQuery(asked, group),
      enabled: !closed.has(nameOf(group)),
    })),
  });
  const lines: Line[] = isGrouped
    ? groups.flatMap((group, at) =>
        linesOf(group, read[at]?.data?.items, !closed.has(nameOf(group))),
      )
    : (listed.data?.pages ?? []).flatMap(({ items }) => items.map(lineOf));
  const source = isGrouped ? counted : listed;
  return {
    lines,
    items: lines.flatMap((line) => (line.type === "row" ? [line.item] : [])),
    total: counted.data?.total,
    isPending: source.isPending,
    fault: source.data ? null : source.error,
    retry: () => void source.refetch(),
    readOn: () => {
      if (!isGrouped && listed.hasNextPage && !listed.isFetchingNextPage)
        void listed.fetchNextPage();
    },
    toggle: (group) => {
      const next = new Set(closed);
      if (!next.delete(nameOf(group))) next.add(nameOf(group));
      setClosed(next);
    },
  };
}

export function nameOf(group: Group): string {
  return JSON.stringify(group.value);
}

function lineOf(item: ListItem): Line {
  return { type: "row", id: item.id, item };
}

function linesOf(group: Group, items: ListItem[] | undefined, isOpen: boolean): Line[] {
  const name = nameOf(group);
  const head: Line = { type: "group", id: `group ${name}`, group, isOpen };
  if (!isOpen || !items) return [head];
  // One with several tags stands in several groups.
  const rows = items.map((item): Line => ({ type: "row", id: `${name} ${item.id}`, item }));
  const left = group.count - items.length;
  const more: Line[] =
    items.length === PER_GROUP && left > 0
      ? [{ type: "more", id: `more ${name}`, group, left }]
      : [];
  return [head, ...rows, ...more];
}
