import { expect, test } from "vitest";
import { extended, NONE, toggled } from "./selection";

const rows = ["a", "b", "c", "d"];

test("a row is chosen and let go", () => {
  const one = toggled(NONE, "b");
  expect([...one.ids]).toEqual(["b"]);
  expect([...toggled(one, "b").ids]).toEqual([]);
});

test("shift chooses everything from the last one, either way", () => {
  expect([...extended(toggled(NONE, "d"), "b", rows).ids].sort()).toEqual(["b", "c", "d"]);
  expect([...extended(toggled(NONE, "a"), "c", rows).ids].sort()).toEqual(["a", "b", "c"]);
  expect([...extended(NONE, "c", rows).ids]).toEqual(["c"]);
});

test("where the anchor is gone, shift chooses the one", () => {
  expect([...extended({ ids: new Set(), anchor: "z" }, "c", rows).ids]).toEqual(["c"]);
});
