import { expect, test } from "vitest";
import { colourOf } from "@/features/core/laneColours";
import { minuteOf } from "@/timeline/geometry/time";
import { precisionOf, windowAt } from "./laneItems";

test("a dropped bar becomes a window whose last day is included", () => {
  const span = { start: minuteOf("2026-04-01"), finish: minuteOf("2026-07-01") };
  expect(windowAt(span, "quarter")).toEqual({
    start: "2026-04-01",
    finish: "2026-06-30",
    precision: "quarter",
  });
});

test("a new bar is as exact as it is long", () => {
  const from = (days: number) => precisionOf({ start: 0, finish: days * 1440 });
  expect([from(7), from(30), from(91)]).toEqual(["day", "month", "quarter"]);
});

test("a lane without a colour gets one by its place", () => {
  expect(colourOf("", 0)).not.toBe(colourOf("", 1));
  expect(colourOf("#123456", 3)).toBe("#123456");
});
