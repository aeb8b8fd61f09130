import { expect, test } from "vitest";
import { nudged, rounded, scaleOf, ticksOf, toX, toY, valueAt } from "./scatter";
import type { Factor, Ranked } from "./types";

const frame = { width: 120, height: 120, left: 10, right: 10, top: 10, bottom: 10 };
const factor = { name: "value", low: 0, high: 10, choices: [] } as unknown as Factor;
const open = { name: "value", low: null, high: null, choices: [] } as unknown as Factor;
const steps = {
  name: "value",
  choices: [1, 2, 5].map((value) => ({ value, label: String(value) })),
} as unknown as Factor;
const item = (value: number) =>
  ({ team: { values: { value: { likely: value } } } }) as unknown as Ranked;

test("an axis spans the factor's bounds, else what was given", () => {
  expect(scaleOf(factor, [])).toEqual({ low: 0, high: 10 });
  expect(scaleOf(open, [item(20), item(40)])).toEqual({ low: 0, high: 44 });
  expect(scaleOf(open, [])).toEqual({ low: 0, high: 1.1 });
});

test("a place on the picture is a value and back", () => {
  const scale = { low: 0, high: 10 };
  expect(toX(5, scale, frame)).toBe(60);
  expect(toY(0, scale, frame)).toBe(110);
  expect(valueAt(toX(7.5, scale, frame), 10, 110, scale, factor)).toBe(7.5);
  expect(valueAt(-50, 10, 110, scale, factor)).toBe(0);
  expect(valueAt(45, 10, 110, { low: 0, high: 5.5 }, steps)).toBe(2);
});

test("a nudge goes to the next choice or by one step", () => {
  expect(nudged(2, 1, { low: 0, high: 5.5 }, steps)).toBe(5);
  expect(nudged(5, 1, { low: 0, high: 5.5 }, steps)).toBe(5);
  expect(nudged(2, 1, { low: 0, high: 10 }, factor)).toBe(3);
  expect(nudged(0, -1, { low: 0, high: 10 }, factor)).toBe(0);
});

test("figures and ticks are round", () => {
  expect(rounded(3.1259, { low: 0, high: 10 })).toBe(3.1);
  expect(ticksOf({ low: 0, high: 10 })).toEqual([0, 2, 4, 6, 8, 10]);
  expect(ticksOf({ low: 0, high: 44 })).toEqual([0, 10, 20, 30, 40]);
});
