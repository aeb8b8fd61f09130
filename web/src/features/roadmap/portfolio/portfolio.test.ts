import { expect, test } from "vitest";
import {
  chartItems,
  chartLanes,
  idOf,
  type Load,
  loadOf,
  type Portfolio,
  type PortfolioLane,
  themeIn,
} from "./portfolio";

const lane = (title: string, initiatives: string[], members: [string, string][] = []) =>
  ({
    title,
    colour: "",
    initiatives,
    members: members.map(([id, product_id]) => ({ id, product_id })),
  }) as unknown as PortfolioLane;
const window = { start: "2026-10-01", finish: "2026-12-31", precision: "quarter" };
const item = (id: string, more: object = {}) => ({ id, window, can: { edit: true }, ...more });

test("what serves two goals lies in both lanes, under names that lead back to it", () => {
  const portfolio = {
    items: [item("a"), item("b", { window: null }), item("c", { parked: true })],
    lanes: [lane("Grow", ["a", "b"]), lane("Trust", ["a", "c"])],
  } as unknown as Portfolio;

  const found = chartItems(portfolio, (_, place) => String(place));

  expect(found.map(({ id, laneId, colour }) => [idOf(id), laneId, colour])).toEqual([
    ["a", "lane 0", "0"],
    ["a", "lane 1", "1"],
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});

test("a drag to another theme needs one of that title in the same product", () => {
  const trust = lane("Trust", [], [["t1", "p1"]]);

  expect(themeIn(trust, "p1")).toBe("t1");
  expect(themeIn(trust, "p2")).toBeUndefined();
  expect(themeIn(lane("", []), "p2")).toBeNull();
});

test("a lane without a title has the name for none, a quarter without people no load", () => {
  expect(chartLanes([lane("", [])], "No theme")[0]?.title).toBe("No theme");
  expect(loadOf({ needed_weeks: 3, capacity_weeks: 0 } as Load)).toBeUndefined();
  expect(loadOf({ needed_weeks: 3, capacity_weeks: 2 } as Load)).toBe(1.5);
});
