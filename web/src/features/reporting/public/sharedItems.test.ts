import { expect, test } from "vitest";
import type { SharedRoadmap } from "./shared";
import { sharedItems, sharedLinks } from "./sharedItems";

const window = { start: "2026-03-02", finish: "2026-03-20", precision: "day" } as const;
const ROADMAP: SharedRoadmap = {
  lanes: [],
  initiatives: [
    { id: "a", title: "First", window },
    { id: "b", title: "Second", window },
    { id: "c", title: "Some day", window: null },
  ],
  milestones: [{ id: "m", title: "Fair", day: "2026-04-01", lane_id: "l" }],
  dependencies: [
    { before: "a", after: "b" },
    { before: "b", after: "c" },
  ],
};

test("bars and milestones are drawn, but nothing without a day", () => {
  const found = sharedItems(ROADMAP).map(({ id, milestone, laneId }) => [id, milestone, laneId]);
  expect(found).toEqual([
    ["a", undefined, null],
    ["b", undefined, null],
    ["m", true, "l"],
  ]);
});

test("what waits for something that is not drawn has no line", () => {
  expect(sharedLinks(ROADMAP).map(({ before, after }) => [before, after])).toEqual([["a", "b"]]);
});

test("readers who are told of neither milestones nor dependencies get none", () => {
  const { milestones: _, dependencies: __, ...roadmap } = ROADMAP;
  expect(sharedItems(roadmap)).toHaveLength(2);
  expect(sharedLinks(roadmap)).toEqual([]);
});
