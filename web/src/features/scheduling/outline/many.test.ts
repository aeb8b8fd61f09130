import { expect, test } from "vitest";
import type { Edit, PlanItem } from "../plan";
import { fillDown } from "./filling";
import * as many from "./many";

const item = (id: string, parent_id: string | null = null, more: Partial<PlanItem> = {}) =>
  ({ id, parent_id, version: 1, type: "task", duration_minutes: 60, ...more }) as PlanItem;
const items = [item("x"), item("a"), item("a1", "a"), item("b"), item("c")];
const places = (edits: Edit[]) =>
  edits.map((edit) => (edit.op === "move" ? [edit.id, edit.parent_id, edit.after_id] : []));

test("rows are indented, outdented and moved together, and keep their order", () => {
  expect(places(many.indent(items, ["b", "c"]))).toEqual([
    ["b", "a", "a1"],
    ["c", "a", "b"],
  ]);
  const inside = [item("p"), item("q", "p"), item("r", "p")];
  expect(places(many.outdent(inside, ["q", "r"]))).toEqual([
    ["r", null, "p"],
    ["q", null, "p"],
  ]);
  expect(places(many.reorder(items, ["b", "c"], "up"))).toEqual([
    ["b", null, "x"],
    ["c", null, "b"],
  ]);
  expect(many.reorder(items, ["b", "c"], "down")).toEqual([]);
  expect(places(many.drop(items, ["a", "a1", "c"], null, null))).toEqual([
    ["a", null, null],
    ["c", null, "a"],
  ]);
});

test("a value is filled into the rows below, or taken from the row above; summaries keep theirs", () => {
  const rows = [
    item("x", null, { duration_minutes: 99 }),
    item("y"),
    item("z", null, { type: "summary" }),
  ];
  const plan = { items: rows, links: [] };
  const sets = (edits: Edit[]) =>
    edits.map((edit) => (edit.op === "set" ? [edit.id, edit.fields] : []));
  expect(sets(fillDown(plan, ["x", "y", "z"], "duration"))).toEqual([
    ["y", { duration_minutes: 99 }],
  ]);
  expect(sets(fillDown(plan, ["y"], "duration"))).toEqual([["y", { duration_minutes: 99 }]]);
  expect(fillDown(plan, ["x", "y"], "slack")).toEqual([]);
});
