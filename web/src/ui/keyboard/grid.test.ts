import { expect, test } from "vitest";
import { blockOf, stepFrom } from "./grid";

test("arrows walk within the grid and stop at its edges", () => {
  expect(stepFrom({ row: 0, column: 0 }, "ArrowUp", 3, 2)).toEqual({ row: 0, column: 0 });
  expect(stepFrom({ row: 0, column: 0 }, "ArrowDown", 3, 2)).toEqual({ row: 1, column: 0 });
  expect(stepFrom({ row: 0, column: 1 }, "ArrowRight", 3, 2)).toEqual({ row: 0, column: 1 });
  expect(stepFrom({ row: 2, column: 0 }, "End", 3, 2)).toEqual({ row: 2, column: 1 });
  expect(stepFrom({ row: 2, column: 0 }, "a", 3, 2)).toBeNull();
});

test("a pasted block is lines of cells", () => {
  expect(blockOf("1\t2\r\n3\t\n")).toEqual([
    ["1", "2"],
    ["3", ""],
  ]);
});
