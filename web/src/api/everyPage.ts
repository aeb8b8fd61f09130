import { http, type Query } from "./http";
import type { Page } from "./types";

const LARGEST = 200;
/** Beyond so many nobody chooses from a list. */
const MOST_PAGES = 25;

/** Every row of a list that is answered page by page. */
export async function everyPage<T>(
  address: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await http.get<Page<T>>(address, {
      query: { ...query, limit: LARGEST, cursor },
      signal,
    });
    items.push(...page.items);
    cursor = page.next ?? undefined;
    if (!cursor) return { ...page, items };
  }
  return { items, next: cursor ?? null };
}
