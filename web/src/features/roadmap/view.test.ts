import { expect, test } from "vitest";
import type { Initiative } from "./roadmap";
import { filtered, readRoadmapView, toggled } from "./view";

const one = {
  key: "INI-1",
  title: "Cold chain",
  goal: "",
  status: "planned",
  owner: { name: "Lena" },
};
const two = { key: "INI-2", title: "Live day", goal: "Fewer calls", status: "done", owner: null };
const both = [one, two] as unknown as Initiative[];
const keys = (view: Parameters<typeof filtered>[1]) => filtered(both, view).map(({ key }) => key);

test("words are looked for in key, title, goal and owner", () => {
  expect(keys({ q: "CALLS" })).toEqual(["INI-2"]);
  expect(keys({ q: "lena cold" })).toEqual(["INI-1"]);
  expect(keys({ q: "ini-" })).toEqual(["INI-1", "INI-2"]);
  expect(keys({ q: "live", status: "planned" })).toEqual([]);
});

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
