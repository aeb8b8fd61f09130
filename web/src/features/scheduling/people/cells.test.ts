import { expect, test } from "vitest";
import { assignAll, cellEdit, readUnits, workOf } from "./cells";

const ann = {
  id: "a1",
  item_id: "dig",
  resource_id: "ann",
  units: 0.5,
  work_minutes: null,
  overtime_minutes: 0,
  delay_minutes: 0,
  booking: "hard" as const,
};

test("a cell reads a percentage, and nothing as nobody", () => {
  expect([readUnits("50"), readUnits(" 12,5 % "), readUnits(""), readUnits("half")]).toEqual([
    0.5,
    0.125,
    undefined,
    null,
  ]);
});

test("a cell assigns, changes and takes off, and leaves alone what it holds already", () => {
  expect(cellEdit(undefined, 1, "dig", "ann")).toMatchObject({ op: "assign", item: "dig" });
  expect(cellEdit(ann, 1, "dig", "ann")).toEqual({ op: "reassign", id: "a1", units: 1 });
  expect(cellEdit(ann, undefined, "dig", "ann")).toEqual({ op: "unassign", id: "a1" });
  expect(cellEdit(ann, 0.5, "dig", "ann")).toBeUndefined();
  expect(cellEdit(undefined, undefined, "dig", "ann")).toBeUndefined();
});

test("many items get somebody at once, but for those where they are already", () => {
  expect(assignAll([ann], ["dig", "pour"], "ann")).toEqual([
    { op: "assign", item: "pour", resource_id: "ann", units: 1, booking: "hard" },
  ]);
});

test("work is what is regular, said or by units and duration, and the overtime beside it", () => {
  expect(workOf(ann, 960)).toBe(480);
  expect(workOf({ ...ann, work_minutes: 600, overtime_minutes: 120 }, 960)).toBe(720);
});
