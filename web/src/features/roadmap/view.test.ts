import { expect, test } from "vitest";
import { readRoadmapView, toggled } from "./view";

test("picking twice is letting go", () => {
  expect(toggled("INI-1", "INI-2")).toBe("INI-1,INI-2");
  expect(toggled("INI-1,INI-2", "INI-1")).toBe("INI-2");
  expect(toggled("INI-2", "INI-2")).toBeUndefined();
});

test("an address that says something unknown says nothing", () => {
  expect(
    readRoadmapView({ view: "pie", colour: "mood", since: 41, panel: "history" }),
  ).toMatchObject({
    view: undefined,
    colour: undefined,
    since: "41",
    panel: "history",
  });
});

test("a field that people added may colour", () => {
  expect(readRoadmapView({ colour: "custom.reach" }).colour).toBe("custom.reach");
});
