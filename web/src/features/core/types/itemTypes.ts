import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";

export type ItemType = Schemas["ItemTypeOut"];
export type State = Schemas["StateOut"];
export type StateIn = Schemas["StateIn"];

export const ICONS = [
  "check",
  "bug",
  "book",
  "flask",
  "bulb",
  "tool",
  "shield",
  "palette",
  "file",
  "chat",
  "rocket",
  "alert",
] as const satisfies readonly ItemType["icon"][];

export const COLOURS = [
  "gray",
  "blue",
  "teal",
  "green",
  "yellow",
  "orange",
  "red",
  "grape",
] as const satisfies readonly ItemType["colour"][];

const NONE: readonly ItemType[] = [];

/** The types of work of the workspace in their order, archived ones among them. */
export const itemTypesQuery = queryOptions({
  queryKey: ["item_type", "list"],
  queryFn: ({ signal }) => http.get<ItemType[]>("/item-types", { signal }),
  staleTime: 60_000,
});

/** All types by their ids, and those that work can be given. */
export function useItemTypes() {
  const { data: all = NONE } = useQuery(itemTypesQuery);
  return useMemo(
    () => ({
      all,
      byId: new Map(all.map((type) => [type.id, type])),
      live: all.filter(({ archived_at }) => archived_at === null),
    }),
    [all],
  );
}

/** Where in a workflow what stands in a state of another one stands: the state with its id, else its name, else the first of what it
 * counts as. */
export function counterpart<S extends Pick<State, "id" | "name" | "category">>(
  state: Pick<State, "id" | "name" | "category">,
  workflow: readonly S[],
): S | undefined {
  const fitting = workflow.filter(({ category }) => category === state.category);
  const name = state.name.toLowerCase();
  return (
    fitting.find(({ id }) => id === state.id) ??
    fitting.find((other) => other.name.toLowerCase() === name) ??
    fitting[0]
  );
}

/** Has an object of this type (null: of none) a field that holds for these types alone? */
export function holdsFor(onlyTypes: readonly (string | null)[], typeId: string | null): boolean {
  return onlyTypes.length === 0 || onlyTypes.includes(typeId);
}
