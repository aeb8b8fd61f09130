import { expect, test } from "vitest";
import { minuteOf } from "@/timeline/geometry/time";
import { hoursOf, workingMinutes } from "./workingTime";

test("nights, lunch and weekends are not worked", () => {
  const hours = hoursOf(undefined);
  // Friday noon to Monday ten.
  const span = [minuteOf("2026-03-06T12:00"), minuteOf("2026-03-09T10:00")] as const;
  expect(workingMinutes(hours, ...span)).toBe(4 * 60 + 2 * 60);
});

test("an exception stands over the week", () => {
  const week = Array.from({ length: 7 }, (): [number, number][] => [[480, 1020]]);
  const hours = hoursOf({
    week,
    weeks: [],
    exceptions: [{ first: "2026-03-03", last: "2026-03-04", intervals: [] }],
  });
  expect(workingMinutes(hours, minuteOf("2026-03-02"), minuteOf("2026-03-06"))).toBe(2 * 540);
});

test("a week holds only between its dates, and exceptions stand over it", () => {
  const week = Array.from({ length: 7 }, (): [number, number][] => [[480, 1020]]);
  const short = Array.from({ length: 7 }, (): [number, number][] => [[480, 720]]);
  const hours = hoursOf({
    week,
    weeks: [{ first: "2026-03-03", last: "2026-03-04", week: short }],
    exceptions: [{ first: "2026-03-04", last: "2026-03-04", intervals: [] }],
  });
  expect(workingMinutes(hours, minuteOf("2026-03-02"), minuteOf("2026-03-06"))).toBe(
    540 + 240 + 0 + 540,
  );
});
