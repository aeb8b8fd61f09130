import { expect, test } from "vitest";
import type { Theme } from "@/features/core/themes";
import { coloursBy, edited, groupsOf, reader, type World } from "./grouping";
import type { OwnField } from "./ownFields";
import type { Chance, Initiative, Lane } from "./roadmap";

const initiative = (id: string, more: object) =>
  ({
    id,
    lane_id: null,
    status: "planned",
    horizon: null,
    owner: null,
    parent_id: null,
    theme_id: null,
    colour: "",
    window: null,
    effort_weeks: null,
    custom: {},
    ...more,
  }) as Initiative;
const optionsOf = (...values: string[]) => values.map((value) => ({ value, label: value }));
const world: World = {
  lanes: [{ id: "a", title: "A", colour: "blue" }] as Lane[],
  themes: [{ id: "t", title: "T", colour: "teal" }] as Theme[],
  initiatives: [
    initiative("1", {
      lane_id: "a",
      owner: { id: "lena", name: "Lena" },
      effort_weeks: 10,
      window: { start: "2026-11-02", finish: "2027-01-31", precision: "day" },
      custom: { segment: "large", tags: ["b", "a"], sure: true, reach: 40 },
    }),
    initiative("2", { status: "idea", colour: "#102030", effort_weeks: 1, custom: { reach: 2 } }),
  ],
  chances: new Map([["1", { probability: 0.55 } as Chance]]),
  own: new Map<string, OwnField>(
    [
      { name: "segment", type: "choice", label: "Segment", options: optionsOf("small", "large") },
      { name: "tags", type: "tags", label: "Tags", options: optionsOf("a", "b") },
      { name: "sure", type: "yes_no", label: "Sure", options: [] },
      { name: "reach", type: "number", label: "Reach", options: [] },
    ].map((own) => [`custom.${own.name}`, own as OwnField]),
  ),
};

test("a board has a column for every value, and one for none where that can be", () => {
  const columns = (field: Parameters<typeof groupsOf>[0]) =>
    groupsOf(field, world).map(({ value }) => value);
  expect(columns("lane")).toEqual(["a", null]);
  expect(columns("status")).toEqual(["idea", "planned", "committed", "in_progress", "done"]);
  expect(columns("owner")).toEqual(["lena", null]);
  expect(columns("theme")).toEqual(["t", null]);
  expect(columns("chance")).toEqual(["likely", "open", "unlikely", null]);
});

test("what is told by colour is told apart", () => {
  const colours = coloursBy("status", world);
  expect(colours.get("1")).not.toBe(colours.get("2"));
  expect(coloursBy("lane", world).get("2")).toBe("#102030");
});

test("a card dropped on a column gets its value, unless that is computed", () => {
  const [first, second] = world.initiatives as [Initiative, Initiative];
  expect(edited("lane", null, first, world)).toEqual({ lane_id: null });
  expect(edited("status", "done", first, world)).toEqual({ status: "done" });
  expect(edited("chance", "likely", first, world)).toBeNull();
  expect(edited("effort", "0", first, world)).toBeNull();
  expect(edited("period", "2027-Q1", first, world)).toEqual({
    window: { start: "2027-02-02", finish: "2027-04-30", precision: "day" },
  });
  expect(edited("custom.segment", "small", first, world)).toEqual({ custom: { segment: "small" } });
  expect(edited("custom.sure", "no", first, world)).toEqual({ custom: { sure: false } });
  expect(edited("custom.tags", "a", first, world)).toEqual({ custom: { tags: ["a"] } });
  expect(edited("custom.tags", null, second, world)).toEqual({ custom: { tags: null } });
  expect(edited("custom.reach", "0", first, world)).toBeNull();
  expect(reader("chance", world)(first)).toBe("open");
});

test("fields that people added are columns too, numbers in ranges", () => {
  const columns = (field: Parameters<typeof groupsOf>[0]) =>
    groupsOf(field, world).map(({ value }) => value);
  expect(columns("custom.segment")).toEqual(["small", "large", null]);
  expect(columns("custom.sure")).toEqual(["yes", "no", null]);
  expect(columns("custom.reach")).toEqual(["0", "1", "2", "3", null]);
  expect(columns("period")).toEqual(["2026-Q4", null]);
  expect(columns("custom.gone")).toEqual([null]);
  const read = reader("custom.reach", world);
  expect(world.initiatives.map(read)).toEqual(["3", "0"]);
  expect(reader("custom.tags", world)(world.initiatives[0] as Initiative)).toBe("b");
});
