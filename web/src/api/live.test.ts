import { expect, test } from "vitest";
import { isAbout } from "./live";

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

test("a view over several kinds is refreshed by each of them", () => {
  expect(about(["discover"], ["idea", "insight"])).toBe(true);
});
