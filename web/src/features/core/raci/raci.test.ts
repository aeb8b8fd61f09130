import { expect, test } from "vitest";
import { counted, roleOfKey } from "./raci";

test("a letter names its role, whatever its case, and deleting names none", () => {
  expect(roleOfKey("a")).toBe("accountable");
  expect(roleOfKey("R")).toBe("shares");
  expect(roleOfKey("Delete")).toBeNull();
  expect(roleOfKey("x")).toBeUndefined();
  expect(roleOfKey("ArrowDown")).toBeUndefined();
});

test("letters are counted in the order of the roles, without those that do not occur", () => {
  expect(counted(["informed", "accountable", null, "accountable"])).toBe("2 A · 1 I");
  expect(counted([null])).toBe("");
});
