import { expect, test } from "vitest";
import type { Waiting } from "./portals";
import { following, itemsOf, stepped } from "./waiting";

const waiting = {
  proposals: [{ post: { id: "p" } }],
  posts: [{ id: "a" }, { id: "b" }],
  comments: [{ id: "c" }],
} as unknown as Waiting;

test("what waits is walked from the first to the last and no further", () => {
  const items = itemsOf(waiting, new Set());
  expect(items.map(({ id }) => id)).toEqual(["shipped p", "a", "b", "c"]);
  expect(stepped(items, undefined, 0)?.id).toBe("shipped p");
  expect(stepped(items, "a", 1)?.id).toBe("b");
  expect(stepped(items, "c", 1)?.id).toBe("c");
  expect(stepped(items, "shipped p", -1)?.id).toBe("shipped p");
  expect(stepped([], "a", 1)).toBeUndefined();
});

test("after a decision the next one is at hand, after the last one the one before", () => {
  const items = itemsOf(waiting, new Set(["a"]));
  expect(items.map(({ id }) => id)).toEqual(["shipped p", "b", "c"]);
  const [first, , last] = items;
  if (!first || !last) throw new Error("three wait");
  expect(following(items, first)).toBe("b");
  expect(following(items, last)).toBe("b");
});
