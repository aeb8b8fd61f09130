import { expect, test } from "vitest";
import type { Heat, HeatRow } from "./load";
import { loadSeries } from "./sums";

const row = (hard: number[], soft: number[], capacity: number[]) =>
  ({ hard, soft, capacity }) as unknown as HeatRow;
const heat = { periods: [{ first: "2026-03-02" }, { first: "2026-03-09" }] } as unknown as Heat;
const rows = [row([10, 20], [0, 5], [40, 40]), row([30, 0], [2, 0], [40, 0])];
const words = { hard: "Booked", soft: "Asked for", capacity: "Capacity" };

test("the hours of all rows add up in each period, against what there is", () => {
  const found = loadSeries(heat, rows, false, words);
  expect(found.map(({ name }) => name)).toEqual(["Booked", "Capacity"]);
  expect(found[0]?.points.map(({ value }) => value)).toEqual([40, 20]);
  expect(found[1]?.points.map(({ value }) => value)).toEqual([80, 40]);
});

test("soft bookings stand on the hard ones where they count", () => {
  const [hard, soft] = loadSeries(heat, rows.slice(0, 1), true, words);
  expect(hard?.points[1]).toMatchObject({ value: 20, base: 0 });
  expect(soft?.points[1]).toMatchObject({ value: 5, base: 20 });
});
