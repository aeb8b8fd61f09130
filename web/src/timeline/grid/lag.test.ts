import { expect, test } from "vitest";
import { readLag } from "./predecessors";

test("a lag alone is read with or without its sign", () => {
  expect(readLag("2d")).toEqual({ lagMinutes: 960, lagUnit: "working" });
  expect(readLag("−4h")).toEqual({ lagMinutes: -240, lagUnit: "working" });
  expect(readLag("+50 %")).toEqual({ lagMinutes: 50, lagUnit: "percent" });
  expect(readLag("3ed")).toEqual({ lagMinutes: 4320, lagUnit: "elapsed" });
  expect(readLag("")).toEqual({ lagMinutes: 0, lagUnit: "working" });
  expect(readLag("soon")).toBeNull();
});
