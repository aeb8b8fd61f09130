import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { Problem } from "@/api/problem";
import type { Page } from "@/api/types";

export type Listing<T> = UseInfiniteQueryResult<InfiniteData<Page<T>>, Problem>;

/** All rows loaded so far; undefined before the first page. */
export function rowsOf<T>(listing: Listing<T>): T[] | undefined {
  return listing.data?.pages.flatMap((page) => page.items);
}
