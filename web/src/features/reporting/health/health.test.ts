import { expect, test } from "vitest";
import { type Figure, trendOf } from "./health";

const figure = (value: number | null, was: number | null, better: Figure["better"]): Figure => ({
  name: "x",
  value,
  was,
  of: null,
  unit: "count",
  better,
});

test("fewer broken promises are better and fewer kept ones worse", () => {
  expect(trendOf(figure(1, 3, "less"))).toBe("better");
  expect(trendOf(figure(1, 3, "more"))).toBe("worse");
});

test("where neither way is good it is only more or less", () => {
  expect(trendOf(figure(3, 1, ""))).toBe("more");
});

test("without a figure from before there is no trend", () => {
  expect(trendOf(figure(3, null, "more"))).toBe("unknown");
  expect(trendOf(figure(null, 3, "more"))).toBe("unknown");
  expect(trendOf(figure(3, 3, "more"))).toBe("same");
});
