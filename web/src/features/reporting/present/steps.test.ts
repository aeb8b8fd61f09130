import { expect, test } from "vitest";
import type { SharedRoadmap } from "../public/shared";
import { after, groupsOf, stepsOf } from "./steps";

const WORDS = { horizon: (name: string) => name, other: "Other" };
const roadmap: SharedRoadmap = {
  lanes: [
    { id: "a", title: "Maps", colour: "" },
    { id: "b", title: "Empty", colour: "" },
  ],
  initiatives: [
    { id: "1", title: "One", lane_id: "a", horizon: "now" },
    { id: "2", title: "Two", lane_id: "a", horizon: "later" },
    { id: "3", title: "Three", lane_id: null, horizon: null },
  ],
};
const steps = stepsOf(groupsOf(roadmap, "timeline", WORDS));

test("the whole comes first, then each lane with what is in it, and what lies in none last", () => {
  const told = steps.map((step) =>
    step.kind === "whole" ? "" : step.kind === "group" ? step.group.title : step.initiative.title,
  );
  expect(told).toEqual(["", "Maps", "One", "Two", "Other", "Three"]);
});

test("readers of horizons step through horizons", () => {
  const groups = groupsOf(roadmap, "horizons", WORDS).filter((one) => one.initiatives.length > 0);
  expect(groups.map(({ title }) => title)).toEqual(["now", "later", "Other"]);
});

test("readers who are shown no lanes see one group without a name", () => {
  const [group] = groupsOf({ ...roadmap, lanes: [] }, "timeline", WORDS);
  expect(group).toMatchObject({ title: "", initiatives: roadmap.initiatives });
});

test("keys step on and back, from group to group, and stay within", () => {
  expect(after("ArrowRight", 0, steps)).toBe(1);
  expect(after("ArrowRight", 5, steps)).toBe(5);
  expect(after("ArrowLeft", 0, steps)).toBe(0);
  expect(after("ArrowDown", 1, steps)).toBe(4);
  expect(after("ArrowDown", 4, steps)).toBe(4);
  expect(after("ArrowUp", 3, steps)).toBe(1);
  expect(after("End", 0, steps)).toBe(5);
  expect(after("x", 0, steps)).toBeUndefined();
});
