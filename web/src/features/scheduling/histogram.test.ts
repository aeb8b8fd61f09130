import { expect, test } from "vitest";
import { histogramOf } from "./histogram";

const histogram = [
  { at: "2026-03-02T17:00", count: 10 },
  { at: "2026-03-03T17:00", count: 40 },
  { at: "2026-03-04T17:00", count: 20 },
];

test("the tallest column is full height, and what ends after the deadline is late", () => {
  const { columns } = histogramOf({ histogram, deadline: "2026-03-03T18:00" });
  expect(columns.map(({ height }) => height)).toEqual([0.25, 1, 0.5]);
  expect(columns.map(({ isLate }) => isLate)).toEqual([false, false, true]);
});

test("a far deadline still stands on the picture", () => {
  const { xOf } = histogramOf({ histogram, deadline: "2026-06-01T17:00" });
  expect(xOf("2026-06-01T17:00")).toBeLessThan(1);
});
