import { describe, expect, it } from "vitest";
import { apart, type Milestone, reachedLine, scalesOf } from "./trend";

const milestone = (...points: [string, string][]) =>
  ({ points: points.map(([on, at]) => ({ on, at: `${at}T17:00` })) }) as Milestone;

describe("the trend of milestones", () => {
  const box = { left: 0, top: 0, width: 100, height: 100 };
  const scales = scalesOf(
    [milestone(["2026-01-01", "2026-03-01"], ["2026-02-01", "2026-03-20"])],
    box,
  );

  it("climbs where a date slips", () => {
    const day = (text: string) => Date.parse(text) / 86_400_000;
    expect(scales.x(day("2026-01-01"))).toBe(0);
    expect(scales.x(day("2026-02-01"))).toBe(100);
    expect(scales.y(day("2026-03-20"))).toBeLessThan(scales.y(day("2026-03-01")));
  });

  it("has no line of what is reached while every date lies ahead", () => {
    expect(reachedLine(scales)).toBeNull();
    const near = scalesOf(
      [milestone(["2026-01-01", "2026-01-20"], ["2026-02-01", "2026-02-05"])],
      box,
    );
    expect(reachedLine(near)).not.toBeNull();
  });

  it("keeps names from lying on each other", () => {
    expect(apart([10, 12, 40], 14)).toEqual([10, 24, 40]);
    expect(apart([12, 10], 14)).toEqual([24, 10]);
  });
});
