import { expect, test } from "vitest";
import { dayHours } from "./dayHours";

const LONG: [number, number][] = [
  [420, 720],
  [750, 1110],
];
const calendar = {
  week: [LONG, LONG, LONG, LONG, [[420, 780]] as [number, number][], [], []],
  weeks: [],
  exceptions: [{ first: "2026-03-04", last: "2026-03-04", intervals: [[0, 1440]] as const }],
};

test("a day begins and ends as its calendar says", () => {
  expect(dayHours(calendar, "2026-03-02")).toEqual({ start: "07:00", finish: "18:30" });
  expect(dayHours(calendar, "2026-03-06")).toEqual({ start: "07:00", finish: "13:00" });
});

test("a day that has no end of its own ends with its last minute", () => {
  expect(dayHours(calendar, "2026-03-04")).toEqual({ start: "00:00", finish: "23:59" });
});

test("on a day off, and without a calendar, it is eight to five", () => {
  expect(dayHours(calendar, "2026-03-08")).toEqual({ start: "08:00", finish: "17:00" });
  expect(dayHours(undefined, "2026-03-02")).toEqual({ start: "08:00", finish: "17:00" });
});
