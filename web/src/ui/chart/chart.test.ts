import { expect, test } from "vitest";
import { dayNumber, dayOf, frameOf, type Series, stacked, ticksOf, xOf, yOf } from "./chart";

const line = (name: string, ...values: number[]): Series => ({
  name,
  colour: "red",
  shape: "line",
  points: values.map((value, index) => ({ day: dayOf(dayNumber("2026-02-28") + index), value })),
});

test("ticks are round and reach the most", () => {
  expect(ticksOf(1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticksOf(37)).toEqual([0, 10, 20, 30, 40]);
});

test("what is stacked stands on what lies below it, and the frame holds the sum", () => {
  const [, upper] = stacked([line("done", 1, 2), line("open", 3, 4)]);
  expect(upper?.points.map(({ day, base, value }) => [day, base, value])).toEqual([
    ["2026-02-28", 1, 3],
    ["2026-03-01", 2, 4],
  ]);
  const frame = frameOf(upper ? [upper] : [], [], { width: 460, height: 240 });
  expect(frame.most).toBe(6);
  expect([xOf(frame.first, frame), xOf(frame.last, frame)]).toEqual([44, 444]);
  expect([yOf(0, frame), yOf(6, frame)]).toEqual([212, 12]);
});

test("large amounts have room before the drawing", () => {
  const left = (value: number) => frameOf([line("a", value)], [], { width: 400, height: 200 }).left;
  expect(left(99)).toBe(left(40_000));
  expect(left(250_000)).toBeGreaterThan(left(40_000));
});
