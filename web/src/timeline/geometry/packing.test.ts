import { expect, test } from "vitest";
import type { LaneItem } from "../types";
import { bandsOf, pack } from "./packing";

test("packed extents never overlap and use no more rows than needed", () => {
  const extents = Array.from({ length: 200 }, (_, i) => {
    const from = (i * 7919) % 1000;
    return { id: `${i}`, from, to: from + 20 + ((i * 31) % 90) };
  });
  const { rowOf, rows } = pack(extents, 4);
  for (const a of extents) {
    for (const b of extents) {
      const together = a.id < b.id && rowOf.get(a.id) === rowOf.get(b.id);
      if (together) expect(a.to + 4 <= b.from || b.to + 4 <= a.from).toBe(true);
    }
  }
  const deepest = Math.max(
    ...extents.map((at) => extents.filter((o) => o.from <= at.from && o.to + 4 > at.from).length),
  );
  expect(rows).toBe(deepest);
});

const item = (id: string, laneId: string | null): LaneItem => ({
  id,
  laneId,
  title: id,
  start: 0,
  finish: 10,
  precision: "day",
  status: "planned",
});

test("bands follow each other, empty lanes keep a row, strays come last", () => {
  const lanes = [
    { id: "a", title: "A", colour: "#000000" },
    { id: "b", title: "B", colour: "#000000" },
  ];
  const items = [item("x", "a"), item("y", "a"), item("z", "gone")];
  const measures = { rowHeight: 50, padding: 5, heading: 0 };
  const bands = bandsOf(lanes, items, () => ({ from: 0, to: 10 }), measures, "No lane");
  expect(bands.map(({ id, top, height }) => [id, top, height])).toEqual([
    ["a", 0, 110],
    ["b", 110, 60],
    [null, 170, 60],
  ]);
  expect(bands[0]?.items.map(({ top }) => top)).toEqual([5, 55]);
});
