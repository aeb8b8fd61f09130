import type { SortingState } from "@tanstack/react-table";

/** A sort as the address holds it: "title" upwards, "-title" downwards. */
export function readSort(sort: string | undefined): SortingState {
  if (!sort) return [];
  const desc = sort.startsWith("-");
  return [{ id: desc ? sort.slice(1) : sort, desc }];
}

export function writeSort(sorting: SortingState): string | undefined {
  const first = sorting[0];
  return first && `${first.desc ? "-" : ""}${first.id}`;
}
