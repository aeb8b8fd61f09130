import { expect, test } from "vitest";
import { walked } from "./gridKeys";

const size = { lines: 10, columns: 3, page: 4 };

test("arrows walk the cells and stop at the edges", () => {
  expect(walked("ArrowDown", { line: 8, column: 1 }, size)).toEqual({ line: 9, column: 1 });
  expect(walked("ArrowDown", { line: 9, column: 1 }, size)).toEqual({ line: 9, column: 1 });
  expect(walked("ArrowLeft", { line: 0, column: 0 }, size)).toEqual({ line: 0, column: 0 });
  expect(walked("PageUp", { line: 6, column: 2 }, size)).toEqual({ line: 2, column: 2 });
  expect(walked("End", { line: 6, column: 0 }, size)).toEqual({ line: 6, column: 2 });
});

test("other keys do not walk", () => {
  expect(walked("a", { line: 0, column: 0 }, size)).toBeUndefined();
});
