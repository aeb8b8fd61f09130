import { expect, test } from "vitest";
import type { CustomField } from "@/features/core/list/customFields";
import type { Edit, Plan, PlanItem } from "../plan";
import { bulkEdits, rowsFor } from "./bulk";
import { ownEdits, staffEdits } from "./bulkSeveral";

const FLOW = [
  { id: "to_do", name: "To do", category: "to_do" },
  { id: "in_progress", name: "In progress", category: "doing" },
];
const OF_BUGS = [
  { id: "new", name: "New", category: "to_do" },
  { id: "mending", name: "Mending", category: "doing" },
];
const item = (id: string, more: Partial<PlanItem> = {}) =>
  ({
    id,
    version: 1,
    type: "task",
    state: "to_do",
    custom: {},
    item_type_id: null,
    ...more,
  }) as PlanItem;
const items = [
  item("sum", { type: "summary", state: null }),
  item("dig", { custom: { skills: ["rope"] } }),
  item("pour", { state: "in_progress" }),
  item("leak", { item_type_id: "bug", state: "new" }),
];
const plan = {
  project: { workflow: FLOW },
  items,
  calendars: [],
  assignments: [
    { id: "a1", item_id: "dig", resource_id: "ann", units: 1 },
    { id: "a2", item_id: "dig", resource_id: "bob", units: 1 },
  ],
} as unknown as Plan;
const types = new Map([["bug", { workflow: OF_BUGS }]]) as unknown as Parameters<
  typeof bulkEdits
>[4];
const ids = items.map(({ id }) => id);
const sets = (edits: Edit[] | null) =>
  edits?.map((edit) => (edit.op === "set" ? [edit.id, edit.fields] : []));

test("a state goes to all tasks, as its counterpart where they go another way", () => {
  expect(sets(bulkEdits(plan, ids, "state", "In progress", types))).toEqual([
    ["dig", { state: "in_progress" }],
    ["leak", { state: "mending" }],
  ]);
  expect(bulkEdits(plan, ids, "state", "Lost", types)).toBeNull();
  expect(sets(bulkEdits(plan, ["dig"], "calendar", "nights"))).toEqual([
    ["dig", { calendar_id: "nights" }],
  ]);
});

test("people come to those who are there, take their place, or go", () => {
  const on = (how: Parameters<typeof staffEdits>[3]) =>
    staffEdits(plan, [item("dig")], [{ resource_id: "bob", units: 0.5 }], how);
  const reassign = { op: "reassign", id: "a2", units: 0.5 };
  expect(on("add")).toEqual([reassign]);
  expect(on("replace")).toEqual([{ op: "unassign", id: "a1" }, reassign]);
  expect(on("remove")).toEqual([{ op: "unassign", id: "a2" }]);
});

test("own fields are given to the rows that have them, tags beside those that are there", () => {
  const skills = { name: "skills", type: "tags", only_types: [] } as unknown as CustomField;
  const rows = rowsFor(items, ["sum", "dig"], "custom.skills");
  expect(sets(ownEdits(rows, skills, ["saw"], "add"))).toEqual([
    ["sum", { custom: { skills: ["saw"] } }],
    ["dig", { custom: { skills: ["rope", "saw"] } }],
  ]);
  expect(sets(ownEdits(rows, skills, ["rope"], "remove"))).toEqual([
    ["dig", { custom: { skills: null } }],
  ]);
  const crack = { name: "crack", type: "number", only_types: ["bug"] } as unknown as CustomField;
  expect(sets(ownEdits(items, crack, 3, "add"))).toEqual([["leak", { custom: { crack: 3 } }]]);
});
