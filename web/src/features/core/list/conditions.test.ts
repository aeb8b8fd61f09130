import { expect, test } from "vitest";
import type { Condition } from "@/ui/list/types";
import { isWhole, reasked } from "./conditions";

test("a value stays where it fits the new operator", () => {
  expect(reasked(["status", "is", "new"], "is_not")).toEqual(["status", "is_not", "new"]);
  expect(reasked(["status", "is", "new"], "any_of")).toEqual(["status", "any_of", ["new"]]);
  expect(reasked(["status", "any_of", ["new", "old"]], "is")).toEqual(["status", "is", "new"]);
  expect(reasked(["status", "is", "new"], "empty")).toEqual(["status", "empty"]);
  expect(reasked(["due", "is", "2026-01-01"], "between")).toEqual(["due", "between"]);
});

test("a condition is whole once it says what it is compared with", () => {
  const whole: Condition[] = [
    ["a", "empty"],
    ["a", "is", false],
    ["a", "at_least", 0],
    ["a", "any_of", ["x"]],
    ["a", "between", ["2026-01-01", "today"]],
  ];
  const open: Condition[] = [
    ["a", "is"],
    ["a", "is", ""],
    ["a", "any_of", []],
    ["a", "between", ["2026-01-01", null]],
  ];
  expect(whole.map(isWhole)).toEqual(whole.map(() => true));
  expect(open.map(isWhole)).toEqual(open.map(() => false));
});
