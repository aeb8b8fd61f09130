import { afterEach, expect, test, vi } from "vitest";
import { everyPage } from "./everyPage";
import { http } from "./http";

afterEach(() => vi.restoreAllMocks());

test("a choice holds what stands on every page", async () => {
  const pages = { "": ["a", "b"], two: ["c"] };
  const get = vi.spyOn(http, "get").mockImplementation((async (
    _address: string,
    { query }: { query: { cursor?: string } },
  ) => {
    const at = (query.cursor ?? "") as keyof typeof pages;
    return { items: pages[at], next: at === "" ? "two" : null };
  }) as never);
  const found = await everyPage<string>("/projects", { archived: false });
  expect(found).toEqual({ items: ["a", "b", "c"], next: null });
  expect(get.mock.calls.map(([, options]) => options?.query)).toEqual([
    { archived: false, limit: 200, cursor: undefined },
    { archived: false, limit: 200, cursor: "two" },
  ]);
});
