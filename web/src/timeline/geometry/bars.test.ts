import { describe, expect, test } from "vitest";
import type { TimelineRow } from "../types";
import { barOf, bracketOf, doneWidth, reachOf, slackTail, whiskerOf } from "./bars";
import { endAt, partAt } from "./hit";
import { ellipsis, placeLabel } from "./labels";
import { DAY } from "./time";

const scale = { origin: 0, perDay: 10 };
const task = {
  id: "t",
  parentId: null,
  wbs: "1",
  title: "Task",
  kind: "task" as const,
  start: 10 * DAY,
  finish: 20 * DAY,
  durationMinutes: 4800,
  percentComplete: 40,
};

describe("bars", () => {
  test("a bar lies where its span does and never vanishes", () => {
    expect(barOf(task, scale)).toEqual({ x: 100, width: 100 });
    expect(barOf({ start: 0, finish: 1 }, scale).width).toBe(3);
    expect(doneWidth({ x: 0, width: 100 }, 140)).toBe(100);
  });

  test("slack is drawn up to the late finish, and not for summaries or none", () => {
    const slack = { ...task, slackMinutes: 480, lateFinish: 23 * DAY };
    expect(slackTail(slack, scale)).toEqual({ x: 200, width: 30 });
    expect(slackTail({ ...slack, slackMinutes: 0 }, scale)).toBeNull();
    expect(slackTail({ ...slack, kind: "summary" }, scale)).toBeNull();
  });

  test("the whisker ends at P85 and its tick never lies before the finish", () => {
    const row = { ...task, forecast: { p50: 19 * DAY, p85: 26 * DAY } };
    expect(whiskerOf(row, scale)).toEqual({ from: 200, p50: 200, p85: 260 });
    expect(whiskerOf(task, scale)).toBeNull();
  });

  test("a milestone reaches half a diamond to both sides", () => {
    expect(reachOf({ ...task, kind: "milestone" }, scale)).toEqual({ left: 92, right: 108 });
    expect(bracketOf({ x: 0, width: 4 }, 0).every(({ x }) => x >= 0 && x <= 4)).toBe(true);
  });
});

describe("hits", () => {
  const at = (x: number, handles = false, row: TimelineRow = task) =>
    partAt(row, scale, x, 16, handles);

  test("ends resize, the middle moves, beside it is the row", () => {
    expect([at(101), at(150), at(199), at(240)]).toEqual(["start", "bar", "finish", "row"]);
  });

  test("link handles are there only while they are shown", () => {
    expect([at(210), at(210, true), at(90, true)]).toEqual(["row", "link-finish", "link-start"]);
  });

  test("a summary is not resized, and the handle of progress is at the foot", () => {
    expect(at(101, false, { ...task, kind: "summary" })).toBe("bar");
    expect(partAt(task, scale, 140, 24, false)).toBe("progress");
    expect(endAt(task, scale, 120)).toBe("start");
  });
});

describe("labels", () => {
  const measure = (text: string) => text.length * 6;

  test("text is cut with an ellipsis to the room there is", () => {
    expect(ellipsis("Route sheet", 100, measure)).toBe("Route sheet");
    expect(ellipsis("Route sheet", 40, measure)).toBe("Route…");
    expect(ellipsis("Route sheet", 4, measure)).toBe("");
  });

  test("a label is inside where it fits, kept in view, else after the bar", () => {
    expect(placeLabel(60, { x: 100, width: 100 }, 200, 800)).toEqual({ x: 107, inside: true });
    expect(placeLabel(60, { x: -500, width: 700 }, 200, 800)).toEqual({ x: 7, inside: true });
    expect(placeLabel(160, { x: 100, width: 100 }, 230, 800)).toEqual({ x: 242, inside: false });
    expect(placeLabel(60, { x: -300, width: 20 }, -280, 800)).toBeNull();
  });
});
