import { expect, test } from "vitest";
import { weeksBeside, weeksSharing, withWeek } from "./weeks";

const week = (first: string, last: string, name = "") => ({
  first,
  last,
  name,
  week: [[], [], [], [], [], [], []],
});
const MAY = week("2026-05-04", "2026-05-15");
const JULY = week("2026-07-01", "2026-07-31", "Summer");
const WEEKS = [MAY, JULY];

test("a week comes before the first that begins later, and others keep their order", () => {
  const june = week("2026-06-01", "2026-06-05");
  const august = week("2026-08-03", "2026-08-07");
  expect(withWeek(WEEKS, june, null)).toEqual([MAY, june, JULY]);
  expect(withWeek(WEEKS, august, null)).toEqual([MAY, JULY, august]);
  expect(withWeek([JULY, MAY], august, null)).toEqual([JULY, MAY, august]);
});

test("a changed week takes its own place anew, and what was taken away meanwhile is added", () => {
  const moved = week("2026-08-01", "2026-08-31", "Summer");
  expect(withWeek([JULY, MAY], moved, JULY)).toEqual([MAY, moved]);
  expect(withWeek([MAY], moved, JULY)).toEqual([MAY, moved]);
  expect(weeksBeside(WEEKS, MAY)).toEqual([JULY]);
});

test("weeks share days from the first to the last, both included", () => {
  const sharing = (first: string, last: string) => weeksSharing(WEEKS, { first, last });
  expect(sharing("2026-05-15", "2026-06-30")).toEqual([MAY]);
  expect(sharing("2026-05-16", "2026-06-30")).toEqual([]);
  expect(sharing("2026-05-01", "2026-12-31")).toEqual([MAY, JULY]);
});
