import { expect, test } from "vitest";
import { titleOnly } from "./columns";
import { indentOf } from "./indent";

test("every level stands further to the right, and none beyond its share of the column", () => {
  const columns = titleOnly(160);
  const indents = [0, 1, 2, 10, 30].map((level) => indentOf(level, columns));
  expect(indents[0]).toBe(0);
  expect(indents[1]).toBeCloseTo(7.1, 1);
  expect(indents).toEqual([...new Set(indents)].sort((a, b) => a - b));
  expect(indentOf(1_000, columns)).toBeLessThanOrEqual(32);
});
