import { expect, test } from "vitest";
import type { PlanItem } from "@/features/scheduling/plan";
import { activitiesOf, intoStep, stepsOf } from "./stories";

const item = (id: string, parent_id: string | null, type = "task") =>
  ({ id, title: id, parent_id, type, version: 3 }) as PlanItem;
const ITEMS = [
  item("Shop", null, "summary"),
  item("Search", "Shop", "summary"),
  item("by name", "Search"),
  item("Filter", "Search", "summary"),
  item("by price", "Filter"),
  item("Pay", "Shop", "summary"),
  item("by card", "Pay"),
  item("Launch", null, "milestone"),
];

test("activities hold steps, and steps every task below them", () => {
  const steps = stepsOf(ITEMS);
  expect(steps.map(({ id, stories }) => [id, stories.map((story) => story.id)])).toEqual([
    ["Search", ["by name", "by price"]],
    ["Pay", ["by card"]],
    [null, ["Launch"]],
  ]);
  expect(activitiesOf(steps).map(({ activity, span }) => [activity?.id, span])).toEqual([
    ["Shop", 2],
    [undefined, 1],
  ]);
});

test("a story is put behind the last of another step, and stays in its own", () => {
  const [search, pay] = stepsOf(ITEMS);
  const story = ITEMS[4];
  if (!search || !pay || !story) throw new Error("no steps");
  expect(intoStep(ITEMS, story, pay)).toEqual([
    { op: "move", id: "by price", version: 3, parent_id: "Pay", after_id: "by card" },
  ]);
  expect(intoStep(ITEMS, story, search)).toEqual([]);
});

test("a story stands in its step however deep it lies", () => {
  const deep = Array.from({ length: 10_000 }, (_, n) =>
    item(`${n}`, n ? `${n - 1}` : "Search", n < 9_999 ? "summary" : "task"),
  );
  const step = stepsOf([...ITEMS, ...deep]).find(({ id }) => id === "Search");
  expect(step?.stories.map(({ id }) => id)).toEqual(["by name", "by price", "9999"]);
});
