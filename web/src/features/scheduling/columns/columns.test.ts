import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import type { CustomField } from "@/features/core/list/customFields";
import type { AddedId } from "@/timeline/types";
import { fillDown } from "../outline/filling";
import type { Plan, PlanItem } from "../plan";
import { chosenColumns, offeredColumns, planColumns, usualColumns } from "./columns";
import type { Ground } from "./ground";

const STATES = [
  { id: "to_do", name: "To do", category: "to_do" },
  { id: "in_progress", name: "In progress", category: "doing" },
  { id: "done", name: "Done", category: "done" },
];
const item = (id: string, more: Partial<PlanItem> = {}) =>
  ({
    id,
    version: 1,
    type: "task",
    parent_id: null,
    duration_minutes: 960,
    notes: "",
    priority: 500,
    owner_id: null,
    state: "to_do",
    custom: {},
    constraint: null,
    deadline: null,
    estimate: null,
    item_type_id: null,
    schedule: { start: "2026-03-02T08:00", finish: "2026-03-04T17:00" },
    ...more,
  }) as unknown as PlanItem;
const plan = {
  project: { id: "p", start: "2026-03-02T08:00", workflow: STATES },
  items: [
    item("sum", { type: "summary", state: null }),
    item("dig", {
      parent_id: "sum",
      owner_id: "m1",
      custom: { risk: 3, phase: "b" },
      priority: 700,
    }),
    item("pour", { deadline: "2026-04-07T17:00" }),
  ],
  links: [],
  calendars: [],
  resources: [
    { id: "r1", title: "Ann", kind: "work" },
    { id: "r2", title: "Bob", kind: "work" },
    { id: "r3", title: "Sand", kind: "material" },
  ],
  assignments: [
    {
      id: "a1",
      item_id: "dig",
      resource_id: "r1",
      units: 1,
      work_minutes: null,
      overtime_minutes: 0,
    },
    {
      id: "a2",
      item_id: "dig",
      resource_id: "r2",
      units: 0.5,
      work_minutes: null,
      overtime_minutes: 0,
    },
    { id: "a3", item_id: "dig", resource_id: "r3", units: 4 },
  ],
} as unknown as Plan;
const fieldOf = (name: string, type: CustomField["type"], more: Partial<CustomField> = {}) =>
  ({ name, type, title: name, options: [], only_types: [], ...more }) as unknown as CustomField;
const ground: Ground = {
  plan,
  t: ((key: string) => key) as unknown as TFunction,
  locale: "en-GB",
  workday: { minutesPerDay: 480, daysPerWeek: 5 },
  people: [
    { id: "m1", name: "Greta Lind" },
    { id: "m2", name: "Amos Reed" },
  ] as Ground["people"],
  resources: plan.resources,
  calendars: [],
  own: [
    fieldOf("risk", "number"),
    fieldOf("phase", "choice", {
      options: [
        { value: "a", label: "Alpha" },
        { value: "b", label: "Beta" },
      ],
    }),
    fieldOf("bugs", "text", { only_types: ["t1"] }),
    fieldOf("sure", "yes_no"),
  ],
  types: new Map(),
  promised: {
    values: new Map([["dig", "i1"]]),
    names: new Map([
      ["i1", "Sprint 1"],
      ["i2", "Sprint 2"],
    ]),
  },
  costs: new Map([["dig", { id: "dig", planned: 1200, actual: 0, remaining: 0 }]]),
};
const columns = planColumns(ground);
const of = (name: string) => {
  const found = columns.find(({ id }) => id === (`field.${name}` as AddedId));
  if (!found) throw new Error(`no column ${name}`);
  return found;
};
const write = (name: string, id: string, text: string) => {
  const column = of(name);
  const read = column.read?.(text, id);
  const to = plan.items.find((one) => one.id === id);
  if (!read || !to) throw new Error("nothing to write");
  return "fault" in read ? read.fault : column.edits?.(to, read.value);
};
const set = (id: string, fields: object) => [{ op: "set", id, version: 1, fields }];

test("who owns a row goes by name, or by as much of it as only one person has", () => {
  expect(of("owner").text("dig")).toBe("Greta Lind");
  expect(write("owner", "pour", "amos")).toEqual(set("pour", { owner_id: "m2" }));
  expect(write("owner", "dig", "")).toEqual(set("dig", { owner_id: null }));
  expect(write("owner", "dig", "Zoe")).toBe("planColumns.badPerson");
});

test("who is on a row is written with their units, and only what differs is changed", () => {
  expect(of("people").text("dig")).toBe("Ann; Bob [50%]; Sand [4]");
  expect(write("people", "dig", "Ann [50%]; Bob[50%]")).toEqual([
    { op: "unassign", id: "a3" },
    { op: "reassign", id: "a1", units: 0.5 },
  ]);
  expect(write("people", "pour", "bob")).toEqual([
    { op: "assign", item: "pour", resource_id: "r2", units: 1, booking: "hard" },
  ]);
  expect(write("people", "dig", of("people").text("dig"))).toEqual([]);
  expect(write("people", "dig", "Ann; Zoe")).toBe("planColumns.badResource");
});

test("priorities, states and deadlines are read within their bounds", () => {
  expect(write("priority", "dig", "1000")).toEqual(set("dig", { priority: 1000 }));
  for (const text of ["1001", "-1", "high", ""])
    expect(write("priority", "dig", text)).toBe("planColumns.badPriority");
  expect(write("state", "dig", "in p")).toEqual(set("dig", { state: "in_progress" }));
  expect(write("state", "dig", "Lost")).toBe("planColumns.badChoice");
  expect(of("deadline").text("pour")).toBe("7 Apr 2026");
  expect(write("deadline", "dig", "07/04/2026")).toEqual(
    set("dig", { deadline: "2026-04-07T17:00" }),
  );
  expect(write("deadline", "pour", "")).toEqual(set("pour", { deadline: null }));
});

test("a constraint that needs a day takes the one where the row stands, a day alone holds the start", () => {
  expect(write("constraint", "dig", "fnlt")).toEqual(
    set("dig", { constraint: { kind: "FNLT", at: "2026-03-04T17:00" } }),
  );
  expect(write("constraint", "dig", "")).toEqual(
    set("dig", { constraint: { kind: "ASAP", at: null } }),
  );
  expect(write("constraintDay", "dig", "2026-03-09")).toEqual(
    set("dig", { constraint: { kind: "SNET", at: "2026-03-09T08:00" } }),
  );
  expect(write("estimate", "dig", "1d/2d/4d")).toEqual(
    set("dig", { estimate: { optimistic: 480, likely: 960, pessimistic: 1920 } }),
  );
  expect(write("estimate", "dig", "4d/2d/1d")).toBe("item.estimateRises");
});

test("own fields go by their type, and where they do not hold nothing is written", () => {
  expect([of("custom.risk").text("dig"), of("custom.phase").text("dig")]).toEqual(["3", "Beta"]);
  expect(write("custom.risk", "dig", "2,5")).toEqual(set("dig", { custom: { risk: 2.5 } }));
  expect(write("custom.phase", "dig", "alp")).toEqual(set("dig", { custom: { phase: "a" } }));
  expect(write("custom.risk", "dig", "lots")).toBe("planColumns.badNumber");
  expect(of("custom.bugs").isOf?.({ id: "dig", kind: "task" })).toBe(false);
  expect(write("custom.bugs", "dig", "one")).toEqual([]);
});

test("filling down gives what the first row has to the rows that can have it", () => {
  const down = (name: string) =>
    fillDown(plan, ["dig", "pour", "sum"], `field.${name}` as AddedId, columns);
  expect(down("priority")).toEqual([
    ...set("sum", { priority: 700 }),
    ...set("pour", { priority: 700 }),
  ]);
  expect(down("state")).toEqual(set("pour", { state: "to_do" }));
  expect(down("people").map(({ op }) => op)).toEqual(["assign", "assign", "assign"]);
});

test("columns stand as they were chosen, what is not known is left out, and the title always stays", () => {
  const shown = { hasTypes: false, hasScope: false, isCompared: false };
  const offered = offeredColumns(columns, shown);
  expect(chosenColumns(["finish", "field.gone", "field.owner"], offered, shown)).toEqual([
    "title",
    "finish",
    "field.owner",
  ]);
  const compared = { ...shown, isCompared: true };
  expect(chosenColumns(["title"], offeredColumns(columns, compared), compared)).toContain(
    "finishVariance",
  );
  expect(usualColumns({ ...shown, hasTypes: true }).slice(0, 3)).toEqual(["wbs", "type", "title"]);
});

test("days without a time go by the calendar, a time of one's own stays", () => {
  const half = { id: "half", week: Array(7).fill([[480, 840]]), exceptions: [], weeks: [] };
  const days = planColumns({
    ...ground,
    plan: {
      ...plan,
      project: { ...plan.project, calendar_id: "half" },
      calendars: [half],
    } as unknown as Plan,
  }).find(({ id }) => id === "field.deadline");
  expect(days?.read?.("2026-04-08", "dig")).toEqual({ value: "2026-04-08T14:00" });
  // It was due at five, when nobody works any more.
  expect(days?.read?.("2026-04-08", "pour")).toEqual({ value: "2026-04-08T17:00" });
});

test("work is shared out as it was, costs are summed up, and a promise is no edit of the plan", () => {
  expect(of("work").text("dig")).toBe("3d");
  expect(of("work").text("sum")).toBe("3d");
  expect(write("work", "dig", "6d")).toEqual([
    { op: "reassign", id: "a1", work_minutes: 1920 },
    { op: "reassign", id: "a2", work_minutes: 960 },
  ]);
  expect(of("work").isOf?.({ id: "pour", kind: "task" })).toBe(false);
  expect([of("cost.planned").text("sum"), of("cost.actual").text("dig")]).toEqual(["1,200", ""]);
  expect(of("iteration").text("dig")).toBe("Sprint 1");
  expect(of("iteration").read?.("sprint 2", "dig")).toEqual({ value: "i2" });
  expect(of("iteration").edits).toBeUndefined();
});
