import { expect, test } from "vitest";
import { layoutOf } from "@/features/discovery/tree/layout";
import type { PlanItem } from "../plan";
import {
  branchesOf,
  dropPlace,
  foldedAtFirst,
  HEIGHT,
  MOST_OPEN,
  ROOT,
  stepFrom,
} from "./branches";

const item = (id: string, parent_id: string | null, outline_level: number, type = "task") =>
  ({ id, parent_id, outline_level, type }) as PlanItem;
const ITEMS = [
  item("a", null, 1, "summary"),
  item("a1", "a", 2),
  item("a2", "a", 2),
  item("b", null, 1, "summary"),
  item("b1", "b", 2),
];
const NONE = new Set<string>();

test("the map draws what is not folded, each node beside its children", () => {
  const { spots } = layoutOf([branchesOf(ITEMS, NONE)]);
  const at = (id: string) => spots.get(id) ?? { x: 0, y: 0 };
  expect(at("a").x).toBeGreaterThan(at(ROOT).x);
  expect(at("a1").x).toBe(at("b1").x);
  expect(at("a2").y - at("a1").y).toBeGreaterThan(HEIGHT);
  expect(layoutOf([branchesOf(ITEMS, new Set(["a"]))]).spots.has("a1")).toBe(false);
  const many = Array.from({ length: MOST_OPEN }, (_, n) => item(`n${n}`, "b", 2));
  expect(foldedAtFirst(ITEMS)).toEqual(NONE);
  expect(foldedAtFirst([...ITEMS, ...many])).toEqual(new Set(["a", "b"]));
});

test("arrows lead to parents, children and what stands beside, over the gap between branches", () => {
  expect(stepFrom(ITEMS, NONE, ROOT, "in")).toBe("a");
  expect(stepFrom(ITEMS, NONE, "a", "out")).toBe(ROOT);
  expect(stepFrom(ITEMS, NONE, "a2", "down")).toBe("b1");
  expect(stepFrom(ITEMS, new Set(["a"]), "b1", "up")).toBeNull();
  expect(stepFrom(ITEMS, new Set(["a"]), "a", "in")).toBeNull();
});

test("a node is dropped into another, before or behind it, and never into itself", () => {
  expect(dropPlace(ITEMS, "b1", "a", "inside")).toEqual({ parentId: "a", afterId: "a2" });
  expect(dropPlace(ITEMS, "b1", "a2", "before")).toEqual({ parentId: "a", afterId: "a1" });
  expect(dropPlace(ITEMS, "b1", "a2", "behind")).toEqual({ parentId: "a", afterId: "a2" });
  expect(dropPlace(ITEMS, "a2", ROOT, "inside")).toEqual({ parentId: null, afterId: "b" });
  expect(dropPlace(ITEMS, "a", "a1", "inside")).toBeNull();
});
