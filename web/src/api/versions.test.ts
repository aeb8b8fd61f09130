import { expect, test } from "vitest";
import { OwnVersions } from "./versions";

test("one's own writes carry a version forward, however many", () => {
  const own = new OwnVersions();
  own.wrote("a", 1, 2);
  own.wrote("a", 2, 3);
  expect(own.current("a", 1)).toBe(3);
});

test("what another person wrote in between is not one's own", () => {
  const own = new OwnVersions();
  own.wrote("a", 1, 2);
  own.wrote("a", 3, 4);
  expect(own.current("a", 1)).toBe(2);
  expect(own.current("b", 1)).toBe(1);
});
