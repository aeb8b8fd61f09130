import { expect, test } from "vitest";
import { outlineOf } from "../geometry/outline";
import type { TimelineRow } from "../types";
import { dropAt } from "./dropping";

const row = (id: string, parentId: string | null) => ({ id, parentId }) as TimelineRow;
const lines = (collapsed: string[] = []) =>
  outlineOf(
    [row("a", null), row("a1", "a"), row("a2", "a"), row("b", null), row("c", null)],
    new Set(collapsed),
  ).visible;
const at = (gap: number, level: number, dragged = ["c"], collapsed: string[] = []) => {
  const { level: own, parentId, afterId } = dropAt(lines(collapsed), new Set(dragged), gap, level);
  return [own, parentId, afterId];
};

test("a row is dropped at the level one drags it to, as far as the outline goes there", () => {
  expect(at(0, 3)).toEqual([0, null, null]);
  expect(at(1, 0)).toEqual([1, "a", null]);
  expect(at(3, 1)).toEqual([1, "a", "a2"]);
  expect(at(3, 0)).toEqual([0, null, "a"]);
  expect(at(3, 9)).toEqual([2, "a2", null]);
  expect(at(4, 1)).toEqual([1, "b", null]);
});

test("what is dragged is no place to drop it, nor is the inside of a folded row", () => {
  expect(at(2, 1, ["a"])).toEqual([0, null, null]);
  expect(at(1, 1, ["c"], ["a"])).toEqual([0, null, "a"]);
});
