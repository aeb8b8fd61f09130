import { expect, test } from "vitest";
import { isAbout, rest, restLeft } from "./live";

const change = { seq: 1, kind: "idea", id: "i1" };
const about = (queryKey: unknown[], kinds?: string[]) =>
  isAbout({ queryKey, meta: kinds && { kinds } }, change);

test("a change refreshes its object, the lists of its kind and the feeds", () => {
  expect(about(["idea", "i1"])).toBe(true);
  expect(about(["idea", "list", { q: "a" }])).toBe(true);
  expect(about(["inbox"])).toBe(true);
});

test("a change leaves other objects alone, whatever their kind", () => {
  expect(about(["idea", "i2"])).toBe(false);
  expect(about(["objective", "list"])).toBe(false);
});

test("the activity of an object is refreshed by a change of another that touched it", () => {
  const plan = { seq: 2, kind: "project", id: "p1", touched: ["w1"] };
  const hears = (id: string, touched: readonly string[] | null) =>
    isAbout({ queryKey: ["talk", "work_item", id], meta: undefined }, { ...plan, touched });
  expect(hears("w1", ["w1"])).toBe(true);
  expect(hears("w2", ["w1"])).toBe(false);
  expect(hears("w2", null)).toBe(true);
});

test("a view over several kinds is refreshed by each of them", () => {
  expect(about(["discover"], ["idea", "insight"])).toBe(true);
});

test("what changed waits as the last word says, and never longer than five seconds", () => {
  const now = Date.now();
  rest(60_000);
  expect(restLeft(now, now)).toBe(5_000);
  expect(restLeft(now - 4_000, now)).toBe(1_000);
  expect(restLeft(now - 6_000, now)).toBe(0);
  rest(300);
  expect(restLeft(now, now + 100)).toBeGreaterThanOrEqual(200);
  rest(0);
  expect(restLeft(now, now + 100)).toBe(0);
});
