import { expect, it } from "vitest";
import {
  byDay,
  copied,
  mondayOf,
  shifted,
  type Waiting,
  type Week,
  weeksOf,
  withCells,
} from "./sheets";

const row = (id: string, minutes: number[], write = true) =>
  ({
    id,
    minutes,
    notes: minutes.map(() => ""),
    can: { write },
  }) as unknown as Week["rows"][number];
const week = (monday: string, ...rows: Week["rows"]) =>
  ({ days: [0, 1, 2, 3, 4, 5, 6].map((day) => shifted(monday, day)), rows }) as unknown as Week;

it("names a week by its Monday", () => {
  expect(["2026-03-02", "2026-03-08", "2026-03-09"].map(mondayOf)).toEqual([
    "2026-03-02",
    "2026-03-02",
    "2026-03-09",
  ]);
});

it("copies last week's hours where there are none yet and where one may", () => {
  const last = week("2026-02-23", row("a", [60, 30, 0]), row("b", [15, 0, 0]), row("c", [5, 0, 0]));
  const now = week("2026-03-02", row("a", [10, 0, 0]), row("c", [0, 0, 0], false));
  expect(copied(last, now)).toEqual([
    { item_id: "a", on: "2026-03-03", minutes: 30 },
    { item_id: "b", on: "2026-03-02", minutes: 15 },
  ]);
  const after = withCells(now, [{ item_id: "a", on: "2026-03-03", minutes: 30 }]);
  expect(byDay(after).slice(0, 2)).toEqual([10, 30]);
});

it("approves a week whole, with all of its projects that wait", () => {
  const waiting = ["a", "b", "a"].map((timesheet_id, at) => ({ timesheet_id, minutes: at }));
  const weeks = weeksOf(waiting as Waiting[]);
  expect(weeks.map(({ id, parts }) => [id, parts.map(({ minutes }) => minutes)])).toEqual([
    ["a", [0, 2]],
    ["b", [1]],
  ]);
});
