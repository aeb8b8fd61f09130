import { describe, expect, test } from "vitest";
import { levelOf, minuteAt, pan, perDayOf, revealed, scaleToFit, xOf, zoomTo } from "./scale";
import { moveSnapped, resizeSnapped, snapDelta, snapTo, unitsOf } from "./snap";
import { DAY, minuteOf, spanOfWindow, textOf, weekdayOf, windowOfSpan } from "./time";

const scale = { origin: minuteOf("2026-03-02"), perDay: 24 };
const span = (start: string, finish: string) => spanOfWindow({ start, finish });

describe("scale", () => {
  test("time and x are inverse", () => {
    const noon = minuteOf("2026-03-09T12:00");
    expect(xOf(scale, noon)).toBe(7.5 * 24);
    expect(minuteAt(scale, xOf(scale, noon))).toBe(noon);
  });

  test("zooming keeps the minute under the cursor in its place", () => {
    const zoomed = zoomTo(scale, 60, 300);
    expect(xOf(zoomed, minuteAt(scale, 300))).toBeCloseTo(300);
    expect(zoomed.perDay).toBe(60);
  });

  test("zoom has limits, and every level is its own nearest", () => {
    expect(perDayOf(1e9)).toBe(2400);
    expect(levelOf(perDayOf("quarter"))).toBe("quarter");
    expect(levelOf(25)).toBe("week");
  });

  test("fitting shows both ends, and a shown span is not moved", () => {
    const whole = span("2026-01-01", "2026-12-31");
    const fitted = scaleToFit(whole, 1000);
    expect(xOf(fitted, whole.start)).toBeCloseTo(40);
    expect(xOf(fitted, whole.finish)).toBeCloseTo(960);
    expect(revealed(fitted, whole, 1000)).toBe(fitted);
    expect(pan(scale, 24).origin).toBe(scale.origin + DAY);
  });
});

describe("time", () => {
  test("texts and minutes are inverse, weeks begin on Monday", () => {
    expect(textOf(minuteOf("2026-03-02T09:30"))).toBe("2026-03-02T09:30");
    expect(weekdayOf(minuteOf("2026-03-02"))).toBe(0);
    expect(weekdayOf(minuteOf("1969-12-29"))).toBe(0);
    expect(() => minuteOf("soon")).toThrow(RangeError);
  });

  test("a window includes its last day", () => {
    const window = { start: "2026-01-01", finish: "2026-03-31" };
    expect(spanOfWindow(window).finish).toBe(minuteOf("2026-04-01"));
    expect(windowOfSpan(spanOfWindow(window))).toEqual(window);
  });
});

describe("snapping", () => {
  test("to the nearest first of a month or quarter", () => {
    expect(snapTo(minuteOf("2026-02-20"), "month")).toBe(minuteOf("2026-03-01"));
    expect(snapTo(minuteOf("2026-02-10"), "month")).toBe(minuteOf("2026-02-01"));
    expect(snapTo(minuteOf("2026-11-30"), "quarter")).toBe(minuteOf("2027-01-01"));
    expect(snapDelta(DAY * 1.4, DAY)).toBe(DAY);
  });

  test("a quarter stays a quarter when it is moved, however many days it has", () => {
    const first = span("2026-01-01", "2026-03-31");
    expect(unitsOf(first, "quarter")).toBe(1);
    expect(windowOfSpan(moveSnapped(first, 80 * DAY, "quarter"))).toEqual({
      start: "2026-04-01",
      finish: "2026-06-30",
    });
  });

  test("resizing never goes below one unit", () => {
    const month = span("2026-05-01", "2026-05-31");
    expect(resizeSnapped(month, "finish", -90 * DAY, "month")).toEqual(month);
    expect(resizeSnapped(month, "start", 90 * DAY, "month")).toEqual(month);
    const longer = resizeSnapped(month, "finish", 25 * DAY, "month");
    expect(windowOfSpan(longer).finish).toBe("2026-06-30");
  });
});
