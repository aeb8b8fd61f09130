import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { planColumns } from "../columns/columns";
import type { Plan } from "../plan";
import { blockOf } from "./block";
import { type Ground, pasted } from "./pasting";
import { cellsOf } from "./tsv";

const ground: Ground = {
  workday: { minutesPerDay: 480, daysPerWeek: 5 },
  locale: "en-GB",
  start: "2026-03-02T08:00",
  lastHour: () => "17:00",
  worked: () => 960,
  resources: [{ id: "r1", title: "Ann" }],
  columns: [],
  types: new Map([
    ["task", null],
    ["bug", "t1"],
  ]),
  rowAt: (name) => (name === "40" ? "old" : null),
};
const read = (text: string) =>
  pasted(blockOf(cellsOf(text)), { parentId: "p", afterId: "x" }, ground);

test("columns go by their header, levels by indent, predecessors by the block's own numbers", () => {
  const { edits, unread } = read(
    [
      "ID\tTask Name\tDuration\tStart\tPredecessors\tResource Names\t% Complete\tColour",
      "7\tPhase\t9d\t\t\t\t\tred",
      "8\t  Dig\t3d\t2 Mar 2026\t\tAnn[50%]\t25%\t",
      "9\t  Pour\t0d\t\t8FS+2d, 40\t\t\t",
    ].join("\n"),
  );
  expect(unread).toEqual([]);
  expect(edits.filter(({ op }) => op === "add")).toMatchObject([
    { title: "Phase", parent_id: "p", after_id: "x", duration_minutes: 0 },
    { title: "Dig", parent_id: "line 2", after_id: null, duration_minutes: 1440 },
    { title: "Pour", parent_id: "line 2", after_id: "line 3", type: "milestone" },
  ]);
  expect(edits.slice(3)).toMatchObject([
    { op: "set", id: "line 3", fields: { start: "2026-03-02T08:00", percent_complete: 25 } },
    { op: "assign", item: "line 3", resource_id: "r1", units: 0.5 },
    { op: "link", before: "line 3", after: "line 4", kind: "FS", lag_minutes: 960 },
    { op: "link", before: "old", after: "line 4" },
  ]);
  expect(blockOf(cellsOf("Name\tColour\na\tred")).untaken).toEqual(["Colour"]);
});

test("without a header tabs indent, and a WBS column says levels too", () => {
  expect(read("Phase\n\tDig\t3d\n\t\tDeep\nNext").edits).toMatchObject([
    { title: "Phase", parent_id: "p" },
    { title: "Dig", parent_id: "line 1", duration_minutes: 0 },
    { title: "Deep", parent_id: "line 2", duration_minutes: 480 },
    { title: "Next", parent_id: "p", after_id: "line 1" },
  ]);
  const levels = blockOf(cellsOf("WBS\tName\n2\ta\n2.1\tb\n2.1.4\tc\n3\td")).lines;
  expect(levels.map(({ level }) => level)).toEqual([0, 1, 2, 0]);
});

test("what cannot be read is told by line and column, and left out", () => {
  const text =
    "Name\tDuration\tFinish\tPredecessors\tResource\tEstimate\na\tsoon\t31/31/2026\t99\tZoe\t3d/2d/1d";
  const { edits, unread } = read(text);
  expect(unread.map(({ line, field }) => [line, field])).toEqual(
    ["estimate", "finish", "duration", "predecessors", "resources"].map((field) => [2, field]),
  );
  expect(edits).toHaveLength(1);
});

test("a cell of a spreadsheet may hold breaks, tabs and quotes", () => {
  expect(cellsOf('"a ""b""\nc"\td\r\n\te')).toEqual([
    ['a "b"\nc', "d"],
    ["", "e"],
  ]);
});

test("types of work go by their names, summaries too, and others are not read", () => {
  const { edits, unread } = read("Title\tType\nPhase\tBug\n  Dig\ttask\nPour\tEpic");
  expect(edits.filter(({ op }) => op === "set")).toMatchObject([
    { id: "line 2", fields: { item_type_id: "t1" } },
  ]);
  expect(unread).toEqual([{ line: 4, field: "type", text: "Epic" }]);
});

test("columns that the plan adds are read too, set at once with the rest, and what is promised stands beside", () => {
  const flow = [{ id: "done", name: "Done", category: "done" }];
  const plan = {
    project: { start: "2026-03-02T08:00", workflow: flow },
    items: [],
    calendars: [],
    resources: [],
    assignments: [],
  } as unknown as Plan;
  const columns = planColumns({
    plan,
    t: ((key: string) => key) as unknown as TFunction,
    locale: "en-GB",
    workday: ground.workday,
    people: [{ id: "m1", name: "Greta Lind" }] as never,
    resources: ground.resources,
    calendars: [],
    own: [{ name: "risk", title: "Risk", type: "number", options: [], only_types: [] }] as never,
    types: new Map(),
    promised: { values: new Map(), names: new Map([["i1", "Sprint 1"]]) },
    costs: new Map(),
  });
  const table = [
    "Title\titem.owner\titem.state\tplan.groupBy.priority\tRisk\tSprint\tConstraint Type\tplanColumns.notes\tWho",
    "Phase\tgreta\tDone\t700\t\t\t\t\t",
    "  Dig\tgreta\tDone\t700\t2,5\tsprint\tSNLT\tMind the cable\tann [12,5%]",
  ].join("\n");
  const found = pasted(
    blockOf(cellsOf(table), columns),
    { parentId: null, afterId: null },
    { ...ground, columns },
  );
  expect(found.edits.filter(({ op }) => op !== "add")).toEqual([
    { op: "set", id: "line 2", version: 1, fields: { owner_id: "m1", priority: 700 } },
    {
      op: "set",
      id: "line 3",
      version: 1,
      fields: {
        owner_id: "m1",
        state: "done",
        priority: 700,
        custom: { risk: 2.5 },
        constraint: { kind: "SNLT", at: "2026-03-02T08:00" },
        notes: "Mind the cable",
      },
    },
    { op: "assign", item: "line 3", resource_id: "r1", units: 0.125, booking: "hard" },
  ]);
  expect(found.promised).toEqual([{ item_ids: ["line 3"], iteration_id: "i1" }]);
  expect(found.unread).toEqual([{ line: 2, field: "field.state", text: "Done" }]);
});
