import { expect, test } from "vitest";
import type { Theme } from "@/features/core/themes";
import { coloursBy, edited, groupsOf, valueIn, type World } from "./grouping";
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
    ...more,
  }) as Initiative;
const world: World = {
  lanes: [{ id: "a", title: "A", colour: "blue" }] as Lane[],
  themes: [{ id: "t", title: "T", colour: "teal" }] as Theme[],
  initiatives: [
    initiative("1", { lane_id: "a", owner: { id: "lena", name: "Lena" } }),
    initiative("2", { status: "idea", colour: "#102030" }),
  ],
  chances: new Map([["1", { probability: 0.55 } as Chance]]),
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
  expect(edited("lane", null)).toEqual({ lane_id: null });
  expect(edited("status", "done")).toEqual({ status: "done" });
  expect(edited("chance", "likely")).toBeNull();
  const first = world.initiatives[0] as Initiative;
  expect(valueIn("chance", first, world)).toBe("open");
});
