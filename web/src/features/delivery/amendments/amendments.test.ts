import { expect, test } from "vitest";
import { linesOf } from "./amendments";

test("the lines of both terms are told once, as kept, removed or added", () => {
  expect(linesOf(["Dry", "Warm"], ["Dry", "Lit"])).toEqual([
    { text: "Dry", change: "kept" },
    { text: "Warm", change: "removed" },
    { text: "Lit", change: "added" },
  ]);
  expect(linesOf([], ["2026-03-02"])).toEqual([{ text: "2026-03-02", change: "added" }]);
});
