import { describe, expect, test } from "vitest";
import type { Part } from "../geometry/hit";
import { DAY, minuteOf, windowOfSpan } from "../geometry/time";
import { chartDeed } from "./chartKeys";
import { type DragEvent, type Gesture, IDLE, outcomeOf, previewOf, step } from "./drag";
import { ganttRules } from "./ganttRules";
import { roadmapRules } from "./roadmapRules";
import { wheelDeed } from "./wheel";

const PER_DAY = 10;
const span = { start: minuteOf("2026-03-02T09:00"), finish: minuteOf("2026-03-06T17:00") };
const touch = (x: number) => ({ x, y: 10, at: (x / PER_DAY) * DAY });
const down = (part: Part, editable = true): DragEvent => ({
  type: "down",
  touch: touch(100),
  grip: { id: "t", part, span, percent: 0, editable },
});
const to = (
  x: number,
  target: { id: string; end: "start" | "finish" } | null = null,
): DragEvent => ({
  type: "move",
  touch: touch(x),
  target,
});
const play = (events: DragEvent[], rules = ganttRules(DAY)): Gesture =>
  events.reduce((gesture, event) => step(gesture, event, rules), IDLE);

describe("dragging a plan", () => {
  test("a press that hardly moves is a click", () => {
    expect(outcomeOf(play([down("bar"), to(102)]))).toEqual({ kind: "click", id: "t" });
  });

  test("a bar moves by whole days, keeps its time of day, and is previewed", () => {
    const gesture = play([down("bar"), to(134)]);
    const moved = { start: span.start + 3 * DAY, finish: span.finish + 3 * DAY };
    expect(previewOf(gesture, "t")).toEqual(moved);
    expect(previewOf(gesture, "other")).toBeNull();
    expect(outcomeOf(gesture)).toMatchObject({ kind: "moved", id: "t", span: moved });
  });

  test("an end is dragged no further than one step from the other", () => {
    const gesture = play([down("finish"), to(-900)]);
    expect(outcomeOf(gesture)).toMatchObject({ span: { finish: span.start + DAY }, end: "finish" });
  });

  test("an end let go where it was tells nothing", () => {
    expect(outcomeOf(play([down("start"), to(120), to(101)]))).toBeNull();
  });

  test("a link takes its kind from the two ends, and needs another bar", () => {
    const link = (part: Part, end: "start" | "finish") =>
      outcomeOf(play([down(part), to(200), to(300, { id: "u", end })]));
    expect(link("link-finish", "start")).toMatchObject({ before: "t", after: "u", link: "FS" });
    expect(link("link-start", "start")).toMatchObject({ link: "SS" });
    expect(link("link-finish", "finish")).toMatchObject({ link: "FF" });
    expect(outcomeOf(play([down("link-finish"), to(200), to(300)]))).toBeNull();
    const itself = play([down("link-finish"), to(200), to(300, { id: "t", end: "start" })]);
    expect(outcomeOf(itself)).toBeNull();
  });

  test("progress goes in whole fives between 0 and 100", () => {
    const start = (span.start / DAY) * PER_DAY;
    const gesture = play([down("progress"), to(start + 21)]);
    expect(outcomeOf(gesture)).toEqual({ kind: "progressed", id: "t", percent: 50 });
    expect(outcomeOf(play([down("progress"), to(1e6)]))).toMatchObject({ percent: 100 });
  });

  test("what may not be edited pans, and Escape undoes it all", () => {
    expect(play([down("bar", false), to(200)]).kind).toBe("pan");
    expect(outcomeOf(play([down("bar"), to(200), { type: "cancel" }]))).toBeNull();
  });
});

test("an initiative moves by the precision of its window", () => {
  const quarter = { start: minuteOf("2026-01-01"), finish: minuteOf("2026-04-01") };
  const rules = roadmapRules(() => "quarter");
  const moved = rules.move("i", quarter, 70 * DAY);
  expect(windowOfSpan(moved)).toEqual({ start: "2026-04-01", finish: "2026-06-30" });
});

describe("wheel and keys", () => {
  const wheel = {
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
  };
  const key = { key: "", shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

  test("plain wheels scroll, sideways and Shift pan, Ctrl zooms", () => {
    expect(wheelDeed({ ...wheel, deltaY: 100 })).toEqual({ do: "scroll" });
    expect(wheelDeed({ ...wheel, deltaX: 50, deltaY: 2 })).toEqual({ do: "pan", pixels: 50 });
    expect(wheelDeed({ ...wheel, deltaY: 40, shiftKey: true })).toEqual({ do: "pan", pixels: 40 });
    const zoom = wheelDeed({ ...wheel, deltaY: -100, ctrlKey: true });
    expect(zoom.do === "zoom" && zoom.factor).toBeGreaterThan(1.2);
  });

  test("Alt and an arrow move the bar, with Shift they stretch it, and readers cannot", () => {
    const alt = { ...key, key: "ArrowRight", altKey: true };
    expect(chartDeed(alt, false)).toEqual({ do: "nudge", units: 1 });
    expect(chartDeed({ ...alt, shiftKey: true }, false)).toEqual({ do: "stretch", units: 1 });
    expect(chartDeed(alt, true)).toBeNull();
    expect(chartDeed({ ...key, key: "t" }, true)).toEqual({ do: "today" });
  });
});
