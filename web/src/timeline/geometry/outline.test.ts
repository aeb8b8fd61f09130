import { expect, test } from "vitest";
import type { TimelineLink, TimelineRow } from "../types";
import { linksWithin, placeLinks } from "./linkIndex";
import { foldable, outlineOf, scrollTo, windowOf } from "./outline";

const row = (id: string, parentId: string | null): TimelineRow => ({
  id,
  parentId,
  wbs: id,
  title: id,
  kind: "task",
  start: null,
  finish: null,
  durationMinutes: 0,
  percentComplete: 0,
});
const rows = [row("a", null), row("b", "a"), row("c", "b"), row("d", "a"), row("e", null)];
const link = (before: string, after: string): TimelineLink => ({
  id: before + after,
  before,
  after,
  kind: "FS",
  lagMinutes: 0,
  lagUnit: "working",
});

test("a collapsed row hides all below it and stands for them", () => {
  const outline = outlineOf(rows, new Set(["a"]));
  expect(outline.visible.map(({ row }) => row.id)).toEqual(["a", "e"]);
  expect(outline.placeOf.get("c")).toBe(0);
  expect(outline.placeOf.get("e")).toBe(1);
});

test("levels follow parents, and only parents fold", () => {
  const { visible } = outlineOf(rows, new Set());
  expect(visible.map(({ level }) => level)).toEqual([0, 1, 2, 1, 0]);
  expect([...foldable(rows)]).toEqual(["a", "b"]);
});

test("links inside a collapsed row vanish, those that leave it stay", () => {
  const outline = outlineOf(rows, new Set(["a"]));
  const placed = placeLinks([link("b", "c"), link("c", "e")], outline.placeOf);
  expect(placed).toMatchObject([{ from: 0, to: 1 }]);
});

test("a link that only passes through the window is drawn", () => {
  const placed = [{ link: link("a", "e"), from: 0, to: 99 }];
  expect(linksWithin(placed, { first: 40, end: 60 })).toHaveLength(1);
  expect(linksWithin(placed, { first: 100, end: 120 })).toHaveLength(0);
});

test("the window holds the rows in view, and no others of ten thousand", () => {
  expect(windowOf({ scrollTop: 3205, height: 320 }, 10_000, 32)).toEqual({ first: 100, end: 111 });
  expect(windowOf({ scrollTop: 0, height: 320 }, 4, 32, 2)).toEqual({ first: 0, end: 4 });
});

test("scrolling to a row moves as little as needed", () => {
  const view = { scrollTop: 320, height: 320 };
  expect(scrollTo(12, view, 32)).toBe(320);
  expect(scrollTo(2, view, 32)).toBe(64);
  expect(scrollTo(30, view, 32)).toBe(672);
});
