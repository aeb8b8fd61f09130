import { expect, test } from "vitest";
import { dayNumber, frameOf, yOf } from "@/ui/chart/chart";
import {
  type ForecastMove,
  fanOf,
  finishOf,
  movedDays,
  type RecordedForecast,
  subjectOf,
  telling,
  wayOf,
} from "./forecasts";

const said = (on: string, p80: string): RecordedForecast => ({
  on,
  method: "network",
  weight: 1,
  p10: "2026-05-01T17:00",
  p50: "2026-05-10T17:00",
  p80: `${p80}T17:00`,
  p85: null,
  p90: "2026-06-30T17:00",
  target: "2026-06-01T17:00",
  chance: 0.5,
  network: [],
  flow: null,
});
const recorded = [said("2026-03-02", "2026-05-20"), said("2026-03-08", "2026-05-22")];
const names = { wide: "w", narrow: "n", middle: "m", deadline: "d", finished: "f" };

test("the fan holds every quantile, the deadline and the finish, on an axis of days", () => {
  const subject = { recorded, finished: "2026-07-10T12:00" };
  const series = fanOf(subject, names);
  const frame = frameOf(series, finishOf(subject, "f"), { width: 600, height: 240 }, true);
  expect(series.map(({ name }) => name)).toEqual(["w", "n", "m", "d"]);
  expect([frame.least, frame.most]).toEqual([dayNumber("2026-04-28"), dayNumber("2026-07-13")]);
  expect(yOf(frame.least, frame) - yOf(frame.most, frame)).toBe(200);
});

test("a subject is the project unless a milestone is named, and moves by its 80 % date", () => {
  expect(movedDays(said("2026-03-02", "2026-05-20"), said("2026-03-09", "2026-05-18"))).toBe(-2);
  const history = { recorded, finished: null, milestones: [] };
  expect(subjectOf(history, "gone")).toBe(history);
});

test("what moved the finish most is told first, and noise not at all", () => {
  const part = (group: ForecastMove["group"], days: number, chance: number) => ({
    group,
    rows: 1,
    days,
    chance,
  });
  const parts = [part("people", 0.04, 0), part("deadline", 0, 0.2), part("risks", -2, 0.1)];
  expect(telling(parts).map(({ group }) => group)).toEqual(["risks", "deadline"]);
  expect(parts.map(({ days }) => wayOf(days))).toEqual(["same", "same", "earlier"]);
});
