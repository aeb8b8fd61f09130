import { expect, test } from "vitest";
import { hoursOf } from "@/features/core/workingTime";
import type { TimelineRow } from "@/timeline/types";
import { assignedOf } from "./assigned";
import { calendarOf, flowsOf, statedOf } from "./flows";
import { groupedRows, isHead } from "./grouped";
import { GROUPED_BY, lanesNamed } from "./lanes";
import type { Plan, PlanItem } from "./plan";

const DAY = 1440;
const item = (id: string, more: Partial<PlanItem>) =>
  ({
    id,
    type: "task",
    owner_id: null,
    percent_complete: 0,
    custom: {},
    item_type_id: null,
    ...more,
  }) as PlanItem;
const row = (id: string, start: number, more: Partial<TimelineRow> = {}): TimelineRow => ({
  id,
  parentId: "phase",
  wbs: id,
  title: id,
  kind: "task",
  start: start * DAY,
  finish: (start + 1) * DAY,
  durationMinutes: 480,
  percentComplete: 0,
  ...more,
});
const items = [
  item("phase", { type: "summary" }),
  item("a", { owner_id: "marek" }),
  item("b", { percent_complete: 100 }),
  item("c", { owner_id: "marek", percent_complete: 50 }),
];
const rows = [
  row("phase", 4, { kind: "summary", parentId: null }),
  row("a", 4),
  row("b", 5, { percentComplete: 100 }),
  row("c", 7, { percentComplete: 50 }),
];
const names = {
  people: new Map([["marek", "Marek"]]),
  items: new Map(items.map((each) => [each.id, each])),
  types: new Map([
    ["story", "Story"],
    ["bug", "Bug"],
  ]),
  plain: "Task",
  words: new Map([["doing", "In progress"]]),
  none: "None",
  yes: "Yes",
  no: "No",
};
const grouped = (field: string) =>
  groupedRows(rows, items, lanesNamed(field, [], GROUPED_BY), names, hoursOf(undefined));

test("tasks stand below a heading for each owner, with those of nobody last", () => {
  const found = grouped("owner");
  expect(found.map(({ title }) => title)).toEqual(["Marek", "a", "c", "None", "b"]);
  const [head, first] = found;
  expect(isHead(head?.id ?? null)).toBe(true);
  expect(head).toMatchObject({ editable: false, start: 4 * DAY, finish: 8 * DAY });
  expect(head?.percentComplete).toBe(25);
  expect(first?.parentId).toBe(head?.id);
});

test("progress goes from what is to do to what is done, without groups that hold nothing", () => {
  const heads = grouped("progress").filter(({ id }) => isHead(id));
  expect(heads.map(({ id }) => id)).toEqual(["group:to_do", "group:doing", "group:done"]);
  expect(heads[1]?.title).toBe("In progress");
});

test("types stand in their order below plain tasks", () => {
  const typed = [
    item("a", { item_type_id: "bug" }),
    item("b", {}),
    item("c", { item_type_id: "story" }),
  ];
  const by = lanesNamed("type", [], GROUPED_BY);
  const heads = groupedRows(rows, typed, by, names, hoursOf(undefined)).filter(({ id }) =>
    isHead(id),
  );
  expect(heads.map(({ title }) => title)).toEqual(["Task", "Story", "Bug"]);
});

test("a field that is not known groups nothing", () => {
  expect(lanesNamed("custom.gone", [], GROUPED_BY).by).toBe("none");
});

test("a task of several people stands once, below all of their names", () => {
  const resources = [
    { id: "b", title: "Ben" },
    { id: "a", title: "Ann" },
  ] as Plan["resources"];
  const assignments = [
    { item_id: "a", resource_id: "b" },
    { item_id: "a", resource_id: "a" },
    { item_id: "b", resource_id: "a" },
  ] as Plan["assignments"];
  const by = lanesNamed("assigned", [], GROUPED_BY, {
    assigned: assignedOf({ assignments, resources }),
  });
  const found = groupedRows(rows, items, by, names, hoursOf(undefined));
  expect(found.map(({ title }) => title)).toEqual(["Ann", "b", "Ann, Ben", "a", "None", "c"]);
});

test("tasks stand by their states in the order of the workflow, and by whose hours they keep", () => {
  const project = {
    calendar_id: "days",
    workflow: [
      { id: "new", name: "New", category: "to_do" },
      { id: "built", name: "Built", category: "doing" },
    ],
  } as unknown as Plan["project"];
  const work = [
    item("a", { state: "built", calendar_id: null }),
    item("b", { state: "new", calendar_id: "nights" }),
    item("c", { state: null, calendar_id: null }),
  ];
  const calendars = [
    { id: "nights", title: "Nights" },
    { id: "days", title: "Days" },
  ] as unknown as Plan["calendars"];
  const titled = (field: string, beside: Parameters<typeof lanesNamed>[3]) =>
    groupedRows(
      rows,
      work,
      lanesNamed(field, [], GROUPED_BY, beside),
      names,
      hoursOf(undefined),
    ).map(({ title }) => title);
  const state = statedOf(work, flowsOf({ project }, new Map()));
  expect(titled("state", { state })).toEqual(["New", "b", "Built", "a", "None", "c"]);
  const calendar = calendarOf({ items: work, calendars, project });
  expect(titled("calendar", { calendar })).toEqual(["Days", "a", "c", "Nights", "b"]);
});
