import { expect, test } from "vitest";
import { perDayOf } from "./scale";
import { daysOff, workingDays } from "./shading";
import { headerOf } from "./ticks";
import { DAY, minuteOf } from "./time";

const origin = minuteOf("2026-03-02");

test("a week zoom shows days under months", () => {
  const { upper, lower } = headerOf({ origin, perDay: 24 }, 24 * 40, "en-GB");
  expect(upper.map((tick) => tick.label)).toEqual(["March 2026", "April 2026"]);
  expect(lower[0]).toMatchObject({ label: "2", x: 0, width: 24 });
});

test("a quarter zoom shows months under quarters, a year zoom quarters under years", () => {
  const quarters = headerOf({ origin, perDay: perDayOf("quarter") }, 600, "en-GB");
  expect(quarters.upper[0]?.label).toBe("Q1 2026");
  expect(quarters.lower[0]?.label).toBe("Mar");
  const years = headerOf({ origin, perDay: perDayOf("year") }, 600, "en-GB");
  expect(years.upper[0]?.label).toBe("2026");
  expect(years.lower[0]?.label).toBe("Q1");
});

test("words follow the locale", () => {
  const { upper } = headerOf({ origin, perDay: 24 }, 300, "de-DE");
  expect(upper[0]?.label).toBe("März 2026");
});

test("at every zoom the header stays short and touches both edges", () => {
  for (let perDay = 0.05; perDay < 2400; perDay *= 1.7) {
    const { upper, lower } = headerOf({ origin, perDay }, 1400, "en");
    expect(lower.length).toBeLessThan(110);
    expect(upper.length).toBeLessThanOrEqual(lower.length);
    expect(lower[0]?.x).toBeLessThanOrEqual(0);
    const last = lower[lower.length - 1];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThanOrEqual(1400);
  }
});

test("days off are joined, exceptions win, and thin days are not told apart", () => {
  expect(daysOff({ origin, perDay: 24 }, 24 * 7)).toEqual([
    { start: minuteOf("2026-03-07"), finish: minuteOf("2026-03-09") },
  ]);
  const isWorking = workingDays(
    new Set([0, 1, 2, 3, 4]),
    new Map([
      ["2026-03-06", false],
      ["2026-03-07", true],
    ]),
  );
  const off = daysOff({ origin, perDay: 24 }, 24 * 7, isWorking);
  expect(off.map((span) => (span.start - origin) / DAY)).toEqual([4, 6]);
  expect(daysOff({ origin, perDay: 1 }, 500)).toEqual([]);
});
