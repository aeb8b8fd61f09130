import { expect, test } from "vitest";
import { layoutOf } from "@/features/discovery/tree/layout";
import { indented } from "@/timeline/geometry/indented";
import { branchesOf } from "./mindmap/branches";
import { childrenOf, flattened } from "./outline";
import type { PlanItem } from "./plan";

const LEVELS = 20_000;
const CHAIN = Array.from({ length: LEVELS }, (_, n) => {
  const type = n < LEVELS - 1 ? "summary" : "task";
  return { id: `${n}`, parent_id: n ? `${n - 1}` : null, type, outline_level: n + 1 } as PlanItem;
});

test("an outline of any depth is read, with codes that can be", () => {
  const rows = flattened(childrenOf(CHAIN));
  expect(rows.map(({ id, outline_level }) => [id, outline_level])).toEqual(
    CHAIN.map(({ id, outline_level }) => [id, outline_level]),
  );
  expect(rows[2]?.wbs).toBe("1.1.1");
  expect(Math.max(...rows.map(({ wbs }) => wbs.length))).toBeLessThanOrEqual(255);
  expect(rows.at(-1)?.wbs).toMatch(/^1\.1\..*1…1.*\.1$/);
  expect(rows.at(-1)?.type).toBe("task");
});

test("a map of any depth is drawn", () => {
  const chain = CHAIN.slice(0, 5_000);
  const { spots, height } = layoutOf([branchesOf(chain, new Set())]);
  expect(spots.size).toBe(chain.length + 1);
  expect(height).toBe(40);
});

test("levels stand further and further to the right, and never beyond their room", () => {
  const places = [0, 1, 2, 10, 100].map((level) => indented(level, 16));
  expect(places[0]).toBe(0);
  expect(places[1]).toBeCloseTo(15.2, 1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(indented(LEVELS, 16)).toBeLessThanOrEqual(160);
});
