import { expect, it } from "vitest";
import { shiftedTo } from "./shifting";

const between = (start: string, finish: string) => ({ start, finish, precision: "month" as const });

it("moves a window into another quarter and keeps its months", () => {
  expect(shiftedTo(between("2026-05-01", "2026-08-31"), "2027-Q1")).toEqual(
    between("2027-02-01", "2027-05-31"),
  );
  expect(shiftedTo(between("2026-01-15", "2026-01-31"), "2026-Q2")).toEqual(
    between("2026-04-15", "2026-04-30"),
  );
});

it("takes all of the quarter where there was no window", () => {
  expect(shiftedTo(null, "2026-Q4")).toEqual({
    start: "2026-10-01",
    finish: "2026-12-31",
    precision: "quarter",
  });
});
