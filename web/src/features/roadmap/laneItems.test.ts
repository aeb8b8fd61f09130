import { expect, test } from "vitest";
import { colourOf } from "@/features/core/laneColours";
import { minuteOf } from "@/timeline/geometry/time";
import { laneItems, precisionOf, promisesOf, windowAt, windowMoved } from "./laneItems";
import type { Initiative, OpenPromise, Roadmap } from "./roadmap";

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

test("a window moves by whole units of what it promises", () => {
  const month = { start: "2026-04-01", finish: "2026-05-31", precision: "month" } as const;
  expect(windowMoved(month, 31 * 1440)).toEqual({
    ...month,
    start: "2026-05-01",
    finish: "2026-06-30",
  });
});

test("a promise is kept through its whole last day", () => {
  const window = { start: "2026-04-01", finish: "2026-04-30", precision: "day" };
  const initiative = { id: "1", window, parked: false, can: {} } as unknown as Initiative;
  const promise = { initiative_id: "1", due: "2026-04-30", promised_to: "Ada" } as OpenPromise;
  const promises = promisesOf({ promises: [promise] } as Roadmap);
  const [item] = laneItems([initiative], new Map(), { promises });
  expect(item?.promises?.[0]?.due).toBe(item?.finish);
});
