import { expect, it } from "vitest";
import { type Budget, curves, lastOf } from "./budgets";

const by_month = { planned: [10, 20, 30], actual: [12, 5, 0], forecast: [12, 25, 28] };
const budget = {
  months: ["2026-01-01", "2026-02-01", "2026-03-01"],
  this_month: "2026-02-01",
  total: { hours: { by_month }, money: null, reasons: [], said: [] },
} as unknown as Budget;
const words = { planned: "p", actual: "a", forecast: "f" };

it("ends a month on its last day", () => {
  expect(["2026-02-01", "2028-02-01", "2026-12-01"].map(lastOf)).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
});

it("sums plan, actual up to now and forecast from now on", () => {
  const [planned, actual, forecast] = curves(budget, "money", words, words);
  expect(planned?.points.map(({ value }) => value)).toEqual([10, 30, 60]);
  expect(actual?.points.map(({ value }) => value)).toEqual([12, 17]);
  expect(forecast?.points).toEqual([
    { day: "2026-02-28", value: 37 },
    { day: "2026-03-31", value: 65 },
  ]);
});
