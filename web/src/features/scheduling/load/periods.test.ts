import { expect, test } from "vitest";
import { heatOf, spanFrom, turned } from "./periods";

test("a map shows whole weeks and months from the day asked for", () => {
  expect(spanFrom("2026-03-05", "day")).toEqual({ first: "2026-03-02", last: "2026-03-29" });
  expect(spanFrom("2026-03-05", "week")).toEqual({ first: "2026-03-02", last: "2026-06-21" });
  expect(spanFrom("2026-03-05", "month")).toEqual({ first: "2026-03-01", last: "2027-02-28" });
  expect(turned("2026-03-02", "week", 1)).toBe("2026-04-27");
  expect(turned("2026-03-02", "month", -1)).toBe("2025-09-01");
});

test("a day that holds too much shows in its week, however empty that is", () => {
  expect(heatOf(16, 40, 8)).toBe(4);
  expect([heatOf(0, 40, 0), heatOf(4, 40, 0), heatOf(30, 40, 0), heatOf(40, 40, 0)]).toEqual([
    0, 1, 2, 3,
  ]);
});
