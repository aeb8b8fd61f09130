import { describe, expect, it } from "vitest";
import { byPeriod, likelyPeriods, periodText } from "./period";

describe("byPeriod", () => {
  it("puts the latest end first, a quarter before the year it ends, and none last", () => {
    const items = ["", "2026", "2026-Q3", "2027-H1", "2026-Q4", "2026-11"].map((period) => ({
      period,
    }));
    expect(byPeriod(items).map(({ period }) => period)).toEqual([
      "2027-H1",
      "2026-Q4",
      "2026",
      "2026-11",
      "2026-Q3",
      "",
    ]);
  });

  it("keeps objectives of one period together, in their order", () => {
    const items = [
      { period: "2026-Q4", id: 1 },
      { period: "", id: 2 },
      { period: "2026-Q4", id: 3 },
    ];
    expect(byPeriod(items)[0]?.items.map(({ id }) => id)).toEqual([1, 3]);
  });
});

describe("periodText", () => {
  it.each([
    ["2026", "2026"],
    ["2026-Q4", "Q4 2026"],
    ["2026-H2", "H2 2026"],
    ["2026-11", "November 2026"],
    ["", null],
    ["soon", null],
  ])("writes %s as %s", (period, text) => {
    expect(periodText(period, "en")).toBe(text);
  });
});

describe("likelyPeriods", () => {
  it("runs over the end of the year", () => {
    expect(likelyPeriods(new Date(2026, 10, 24)).slice(0, 4)).toEqual([
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
      "2027-Q3",
    ]);
  });
});
