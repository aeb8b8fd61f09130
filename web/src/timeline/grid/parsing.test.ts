import { describe, expect, test } from "vitest";
import { minuteOf } from "../geometry/time";
import type { TimelineLink } from "../types";
import { parseDate } from "./dates";
import { durationText, parseDuration } from "./durations";
import { parsePredecessors, predecessorsText, rowNames } from "./predecessors";

describe("durations", () => {
  test.each([
    ["3d", 1440],
    ["4h", 240],
    ["2w", 4800],
    ["1.5d", 720],
    ["1,5 d", 720],
    ["1d 4h", 720],
    ["3", 1440],
    ["90 min", 90],
    ["2 weeks", 4800],
  ])("%s is %i working minutes", (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  test.each(["", "soon", "3x", "-2d", "d"])("%s is refused", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  test("a shorter day makes shorter days", () => {
    expect(parseDuration("1w", { minutesPerDay: 360, daysPerWeek: 4 })).toBe(1440);
  });

  test("what is written is read back", () => {
    for (const minutes of [0, 15, 60, 240, 480, 720, 1440, 4800]) {
      expect(parseDuration(durationText(minutes))).toBe(minutes);
    }
    expect(durationText(720, undefined, undefined, "de")).toBe("1,5d");
  });
});

describe("predecessors", () => {
  const rows = [
    { id: "a", wbs: "1" },
    { id: "b", wbs: "1.1" },
    { id: "c", wbs: "1.2" },
  ];
  const names = rowNames(rows);

  test("row numbers, kinds and lags are read", () => {
    expect(parsePredecessors("1FS+2d, 2ss;1.2", names, "z")).toEqual({
      ok: true,
      value: [
        { before: "a", kind: "FS", lagMinutes: 960, lagUnit: "working" },
        { before: "b", kind: "SS", lagMinutes: 0, lagUnit: "working" },
        { before: "c", kind: "FS", lagMinutes: 0, lagUnit: "working" },
      ],
    });
  });

  test("elapsed, negative and relative lags are read", () => {
    expect(parsePredecessors("1FS-4h,2FF+2ed,1+50%", names, "z")).toMatchObject({
      value: [
        { lagMinutes: -240, lagUnit: "working" },
        { kind: "FF", lagMinutes: 2880, lagUnit: "elapsed" },
        { lagMinutes: 50, lagUnit: "percent" },
      ],
    });
  });

  test("each fault is named with its part", () => {
    expect(parsePredecessors("1,wat", names, "z")).toMatchObject({ fault: "badPredecessors" });
    expect(parsePredecessors("9", names, "z")).toMatchObject({ fault: "unknownPredecessor" });
    expect(parsePredecessors("2", names, "b")).toMatchObject({
      fault: "ownPredecessor",
      part: "2",
    });
    expect(parsePredecessors("", names, "b")).toEqual({ ok: true, value: [] });
  });

  test("what is written is read back", () => {
    const link = (before: string, change: Partial<TimelineLink>): TimelineLink => ({
      id: before,
      before,
      after: "z",
      kind: "FS",
      lagMinutes: 0,
      lagUnit: "working",
      ...change,
    });
    const links = [
      link("a", { lagMinutes: 960 }),
      link("b", { kind: "SS", lagMinutes: -1440, lagUnit: "elapsed" }),
      link("c", {}),
    ];
    const text = predecessorsText(links, names);
    expect(text).toBe("1FS+2d, 2SS-1ed, 3");
    const read = parsePredecessors(text, names, "z");
    expect(read.ok && read.value.map((one) => one.lagMinutes)).toEqual([960, -1440, 0]);
  });
});

describe("dates", () => {
  const keep = minuteOf("2026-03-02T09:00");

  test.each([
    ["2026-04-07", "en-GB", "2026-04-07T09:00"],
    ["07/04/2026", "en-GB", "2026-04-07T09:00"],
    ["4/7/2026", "en-US", "2026-04-07T09:00"],
    ["7.4.26", "de", "2026-04-07T09:00"],
    ["7.4.", "de", "2026-04-07T09:00"],
    ["2026-04-07 13:30", "en-GB", "2026-04-07T13:30"],
  ])("%s in %s keeps the time of day", (text, locale, expected) => {
    expect(parseDate(text, keep, locale)).toBe(minuteOf(expected));
  });

  test.each(["31/02/2026", "soon", "2026-04-07 25:00"])("%s is refused", (text) => {
    expect(parseDate(text, keep, "en-GB")).toBeNull();
  });
});
