import { expect, test } from "vitest";
import { minuteOf } from "@/timeline/geometry/time";
import type { TimelineRow } from "@/timeline/types";
import { askedBy, type Variance } from "./baselines";
import { withBaseline } from "./ghosts";
import { varianceText } from "./variance";

test("a moment is asked for as a day or as a baseline, and now is not asked for", () => {
  expect(askedBy("2026-03-02")).toEqual({ day: "2026-03-02" });
  expect(askedBy("b1", "2026-03-02")).toEqual({ baseline_id: "b1", to_day: "2026-03-02" });
});

test("a variance is told in days, a plus for what is later", () => {
  expect(varianceText(720, 480, String)).toBe("+1.5 d");
  expect(varianceText(-480, 480, String)).toBe("-1 d");
  expect([varianceText(0, 480, String), varianceText(null, 480, String)]).toEqual(["0 d", ""]);
});

test("a row has the span of its baseline, one that came later has none", () => {
  const row = { id: "a", title: "dig" } as TimelineRow;
  const was = { was_start: "2026-03-02T08:00", was_finish: "2026-03-02T17:00" };
  const found = { id: "a", ...was, start_variance: 480, finish_variance: 960 } as Variance;
  const [drawn, later] = withBaseline([row, { ...row, id: "b" }], [found]);
  expect(drawn?.baseline).toEqual({
    start: minuteOf("2026-03-02T08:00"),
    finish: minuteOf("2026-03-02T17:00"),
  });
  expect([drawn?.startVariance, drawn?.finishVariance, later?.baseline]).toEqual([
    480,
    960,
    undefined,
  ]);
});
