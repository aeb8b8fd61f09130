import { describe, expect, it } from "vitest";
import { minuteOf } from "@/timeline/geometry/time";
import { diamondsOf, lanesOf, standingOf } from "./milestones";
import { linksOf, type ProjectInTime, type ProjectsInTime, rowsOf } from "./programme";

const POINT = {
  kind: "work_item",
  id: "m1",
  key: "CLD-1",
  title: "Bridge ready",
  milestone: true,
  start: "2026-03-03T17:00",
  finish: "2026-03-03T17:00",
  percent_complete: 0,
  deadline: null,
  drives: true,
  slack_minutes: 0,
};
const project = (id: string, code: string, more: object = {}) =>
  ({
    id,
    code,
    title: code.toLowerCase(),
    start: "2026-03-02T08:00",
    finish: "2026-03-06T17:00",
    p50: null,
    p85: null,
    deadline: null,
    drives: false,
    slack_minutes: null,
    points: [],
    ...more,
  }) as unknown as ProjectInTime;
const end = (projectId: string, id: string) => ({
  project: { kind: "project", id: projectId, key: "PRJ-1", title: "" },
  item: { kind: "work_item", id, key: "A-1", title: "" },
});
const link = (id: string, before: unknown, after: unknown, driving = false) => ({
  id,
  before,
  after,
  kind: "FS",
  lag_minutes: 480,
  lag_unit: "working",
  bound_at: null,
  driving,
});

describe("projects on one line of time", () => {
  it("puts milestones below their project, and projects below the rows of their groups", () => {
    const projects = [
      project("p1", "CLD", { drives: true, points: [POINT] }),
      project("p2", "VAN"),
    ];
    expect(rowsOf(projects).map(({ id, parentId }) => [id, parentId])).toEqual([
      ["p1", null],
      ["m1", "p1"],
      ["p2", null],
    ]);
    const rows = rowsOf(projects, ({ code }) => (code === "CLD" ? "Cold" : "Road"));
    expect(rows.map(({ id, wbs }) => [id, wbs])).toEqual([
      ["group Cold", "1"],
      ["p1", "1.1"],
      ["m1", "1.1.1"],
      ["group Road", "2"],
      ["p2", "2.1"],
    ]);
    expect(rows[0]).toMatchObject({ start: rows[1]?.start, finish: rows[1]?.finish });
    expect(rows[2]).toMatchObject({ kind: "milestone", critical: true });
  });

  it("draws links between items, or between the bars of projects that are folded, and none to what is hidden", () => {
    const links = [
      link("1", end("p1", "a"), end("p2", "b")),
      link("2", end("p1", "c"), end("p2", "b"), true),
      link("3", { item: null, project: null }, end("p2", "b")),
    ] as unknown as ProjectsInTime["links"];
    const open = linksOf({ links }, new Set());
    expect(open.map(({ before, after }) => [before, after])).toEqual([
      ["a", "b"],
      ["c", "b"],
    ]);
    const folded = linksOf({ links }, new Set(["p1", "p2"]));
    expect(folded).toHaveLength(1);
    expect(folded[0]).toMatchObject({ before: "p1", after: "p2", driving: true, lagMinutes: 0 });
  });
});

describe("milestones only", () => {
  const now = minuteOf("2026-03-01T00:00");
  const told = { now, word: (each: string) => each };

  it("tells late from at risk by deadlines, the day of today and the forecast of the project", () => {
    const held = project("a", "ABC", { p85: "2026-03-10T17:00", deadline: "2026-03-08T17:00" });
    const at = (more: object, when = now) =>
      standingOf({ ...POINT, ...more } as (typeof held)["points"][number], held, when);
    expect(at({ percent_complete: 100, deadline: "2026-03-01T17:00" })).toBe("done");
    expect(at({ deadline: "2026-03-02T17:00" })).toBe("late");
    expect(at({}, minuteOf("2026-03-20T00:00"))).toBe("late");
    expect(at({ deadline: "2026-03-05T17:00" })).toBe("at_risk");
    expect(at({ deadline: "2026-03-09T17:00" })).toBe("planned");
    expect([at({}), at({ slack_minutes: 480 })]).toEqual(["at_risk", "planned"]);
  });

  it("puts every milestone into the lane of its project, and how it stands in words", () => {
    const linked = { ...POINT, id: "t1", milestone: false };
    const first = project("a", "ABC", { points: [POINT, linked] });
    const late = { ...POINT, id: "m2", title: "Roof", deadline: "2026-03-02T17:00" };
    const all = [first, project("b", "BCD", { points: [late] }), project("c", "CDE")];
    expect(diamondsOf(all, told).map(({ laneId, title }) => [laneId, title])).toEqual([
      ["a", "Bridge ready"],
      ["b", "Roof · late"],
    ]);
    const groups = new Map([["b", "West"]]);
    const titles = lanesOf(all, ({ id }) => groups.get(id) ?? "East").map(({ title }) => title);
    expect(titles).toEqual(["East · ABC abc", "East · CDE cde", "West · BCD bcd"]);
  });
});
