import { expect, test } from "vitest";
import type { CustomField } from "@/features/core/list/customFields";
import { assignedOf } from "@/features/scheduling/assigned";
import { lanesFor, lanesNamed, lanesOf, rowsFor } from "@/features/scheduling/lanes";
import type { Plan, PlanItem } from "@/features/scheduling/plan";
import { type Iteration, iterationOf } from "@/features/scheduling/promises/iterations";
import { type Board, cardsOf, isWanted, moveEdits, PLAIN, ROWS } from "./board";

const item = (id: string, fields: Partial<PlanItem> = {}) =>
  ({
    id,
    key: id.toUpperCase(),
    title: id,
    version: 1,
    type: "task",
    active: true,
    state: "to_do",
    owner_id: null,
    parent_id: null,
    priority: 500,
    custom: {},
    item_type_id: null,
    ...fields,
  }) as PlanItem;

const told = (id: string, state: string, days: number, is_old: boolean) =>
  ({ id, state, days, is_old }) as Board["cards"][number];

const names = {
  people: new Map([["ines", "Ines"]]),
  items: new Map(),
  types: new Map([["bug", "Bug"]]),
  plain: "Task",
  none: "None",
  yes: "",
  no: "",
};
const size = { name: "size", type: "choice", options: [{ value: "s", label: "Small" }] };
const own = [size as unknown as CustomField];

test("a card that has just moved is not as old as the server says it was before", () => {
  const board = { cards: [told("dig", "to_do", 9, true), told("pour", "doing", 4, true)] } as Board;
  const types = new Map();
  const items = [item("dig", { state: "doing" }), item("pour", { state: "doing" })];
  const cards = cardsOf([...items, item("phase", { type: "summary", state: null })], board, types);
  expect(cards.map(({ days, isOld }) => [days, isOld])).toEqual([
    [0, false],
    [4, true],
  ]);
  const wanted = { q: "POU", owner: undefined, within: undefined, old: true };
  expect(cards.filter((card) => isWanted(card, wanted)).map(({ item }) => item.id)).toEqual([
    "pour",
  ]);
});

test("a card dropped elsewhere takes on the state and what the row stands for", () => {
  const card = {
    item: item("dig"),
    state: "to_do",
    ownState: undefined,
    days: 0,
    isOld: false,
  };
  const byOwner = lanesNamed("owner", own);
  const bySize = lanesNamed("custom.size", own);
  const byParent = lanesNamed("parent", own);
  expect(moveEdits(card, "to_do", byOwner, { value: null, name: "" }, null)).toEqual([]);
  expect(moveEdits(card, "doing", byOwner, { value: "ines", name: "" }, null)).toEqual([
    { op: "set", id: "dig", version: 1, fields: { state: "doing", owner_id: "ines" } },
  ]);
  expect(moveEdits(card, "to_do", bySize, { value: "s", name: "" }, null)).toEqual([
    { op: "set", id: "dig", version: 1, fields: { custom: { size: "s" } } },
  ]);
  expect(moveEdits(card, "to_do", byParent, { value: "phase", name: "" }, null)).toEqual([
    { op: "move", id: "dig", version: 1, parent_id: "phase", after_id: null },
  ]);
});

test("a card with several tags stands in the row of each, and a drop changes the one that it was taken from", () => {
  const options = ["red", "blue", "green"].map((value) => ({ value, label: value.toUpperCase() }));
  const tags = { name: "tags", type: "tags", options } as unknown as CustomField;
  const lanes = lanesNamed("custom.tags", [tags]);
  const both = item("dig", { custom: { tags: ["red", "blue"] } });
  const none = item("pour");
  expect(lanesOf(lanes, both)).toEqual(["red", "blue"]);
  expect(rowsFor(lanes, [both, none], names).map(({ name }) => name)).toEqual([
    "RED",
    "BLUE",
    "GREEN",
    "None",
  ]);
  expect(lanesFor(lanes, [both], names).map(({ name }) => name)).toContain("RED, BLUE");
  const put = (held: PlanItem, from: string | null, value: string | null) => {
    const card = { item: held, state: "to_do", ownState: undefined, days: 0, isOld: false };
    const [edit] = moveEdits(card, "to_do", lanes, { value, name: "" }, from);
    return edit?.op === "set" ? edit.fields.custom?.tags : undefined;
  };
  expect(put(both, "blue", "green")).toEqual(["red", "green"]);
  expect(put(both, "red", "blue")).toEqual(["blue"]);
  expect(put(both, "red", null)).toEqual(["blue"]);
  expect(put(none, null, "red")).toEqual(["red"]);
  expect(put(item("dry", { custom: { tags: ["red"] } }), "red", null)).toBeNull();
});

test("rows are those of the field, and one for what has none", () => {
  const items = [item("dig", { owner_id: "ines", priority: 900 }), item("pour")];
  const rows = (field: string) => lanesFor(lanesNamed(field, own), items, names);
  expect(rows("owner").map(({ name }) => name)).toEqual(["Ines", "None"]);
  expect(rows("priority").map(({ value }) => value)).toEqual(["900", "500"]);
  expect(rows("custom.size").map(({ name }) => name)).toEqual(["Small", "None"]);
  expect(rows("gone")).toEqual([{ value: null, name: "" }]);
});

test("a card dropped on other people is assigned to them and no longer to others", () => {
  const resources = [
    { id: "ann", title: "Ann" },
    { id: "ben", title: "Ben" },
  ] as Plan["resources"];
  const assignments = [
    { id: "first", item_id: "dig", resource_id: "ann" },
    { id: "second", item_id: "pour", resource_id: "ben" },
  ] as Plan["assignments"];
  const assigned = assignedOf({ assignments, resources });
  const lanes = lanesNamed("assigned", [], ROWS, { assigned });
  expect(lanesFor(lanes, [item("dig"), item("pour"), item("plan")], names)).toEqual([
    { value: "ann", name: "Ann" },
    { value: "ben", name: "Ben" },
    { value: null, name: "None" },
  ]);
  const card = {
    item: item("dig"),
    state: "to_do",
    ownState: undefined,
    days: 0,
    isOld: false,
  };
  const dropped = (value: string | null) =>
    moveEdits(card, "to_do", lanes, { value, name: "" }, "ann", assignments);
  expect(dropped("ann")).toEqual([]);
  expect(dropped("ben")).toEqual([
    { op: "unassign", id: "first" },
    { op: "assign", item: "dig", resource_id: "ben", units: 1, booking: "hard" },
  ]);
  expect(dropped(null)).toEqual([{ op: "unassign", id: "first" }]);
});

test("the rows of iterations are those that are open, the first to begin first", () => {
  const iterations = [
    { id: "later", title: "Later", closed_at: null, item_ids: [] },
    { id: "now", title: "Now", closed_at: null, item_ids: ["dig"] },
    { id: "past", title: "Past", closed_at: "2026-03-01T00:00:00Z", item_ids: ["pour"] },
  ] as unknown as Iteration[];
  const lanes = lanesNamed("iteration", [], ROWS, { iteration: iterationOf(iterations) });
  expect(lanesFor(lanes, [item("dig"), item("pour")], names)).toEqual([
    { value: "now", name: "Now" },
    { value: "later", name: "Later" },
    { value: null, name: "None" },
  ]);
});

const state = (id: string, name: string, category: "to_do" | "doing" | "done") => ({
  id,
  name,
  category,
  limit: null,
});

test("a card of a type with its own states stands in the column of the same name, else of the same category", () => {
  const columns = [
    state("to_do", "To do", "to_do"),
    state("in_progress", "In progress", "doing"),
    state("review", "In review", "doing"),
    state("done", "Done", "done"),
  ];
  const own = [
    state("reported", "Reported", "to_do"),
    state("fixing", "Fixing", "doing"),
    state("checking", "In Review", "doing"),
    state("closed", "Closed", "done"),
  ];
  const types = new Map([["bug", { workflow: own }]]);
  const bugs = own.map(({ id }) => item(id, { state: id, item_type_id: "bug" }));
  const items = [...bugs, item("plain", { state: "review" })];
  const board = { columns, cards: [told("fixing", "in_progress", 3, false)] } as unknown as Board;
  const found = cardsOf(items, board, types);
  expect(found.map((card) => [card.state, card.ownState, card.days])).toEqual([
    ["to_do", "Reported", 0],
    ["in_progress", "Fixing", 3],
    ["review", "In Review", 0],
    ["done", "Closed", 0],
    ["review", undefined, 0],
  ]);

  // A board of the type alone has its own columns.
  const ofType = { columns: own, cards: [] } as unknown as Board;
  const alone = cardsOf(items, ofType, types, "bug");
  expect(alone.map((card) => [card.state, card.ownState])).toEqual(
    own.map(({ id }) => [id, undefined]),
  );
  expect(cardsOf(items, board, types, PLAIN).map((card) => card.item.id)).toEqual(["plain"]);
});
