import { expect, test } from "vitest";
import { merged } from "./merged";
import type { Edited, Plan, PlanItem } from "./plan";

const item = (id: string, parent: string | null, position: number, title = id) =>
  ({ id, parent_id: parent, position, title, schedule: null }) as unknown as PlanItem;

const plan = {
  project: { plan_version: 4, finish: "2026-03-06T17:00" },
  items: [item("a", null, 1), item("b", "a", 1), item("c", "a", 2), item("d", null, 2)],
  links: [{ id: "bc", before: "b", after: "c" }],
  assignments: [],
  resources: [],
} as unknown as Plan;

function after(edited: Partial<Edited>): Plan {
  const nothing = {
    plan_version: 5,
    items: [],
    removed: [],
    links: [],
    removed_links: [],
    moved: [],
    assignments: [],
    removed_assignments: [],
    resources: [],
    project: { finish: "2026-03-09T17:00", was_finish: "2026-03-06T17:00" },
  };
  return merged(plan, { ...nothing, ...edited } as unknown as Edited);
}

const titles = ({ items }: Plan) => items.map(({ title }) => title);

test("an item that changed in its place stands there, and the others are the same", () => {
  const found = after({ items: [item("c", "a", 2, "C")] });
  expect(titles(found)).toEqual(["a", "b", "C", "d"]);
  expect(found.items[1]).toBe(plan.items[1]);
  expect(found.project.finish).toBe("2026-03-09T17:00");
});

test("what is put elsewhere, added or removed has the outline laid anew", () => {
  expect(titles(after({ items: [item("c", "a", 0)] }))).toEqual(["a", "c", "b", "d"]);
  expect(titles(after({ items: [item("b", null, 3)] }))).toEqual(["a", "c", "d", "b"]);
  expect(titles(after({ items: [item("e", "a", 1.5)] }))).toEqual(["a", "b", "e", "c", "d"]);
  const gone = after({ removed: ["b"] });
  expect(titles(gone)).toEqual(["a", "c", "d"]);
  expect(gone.links).toEqual([]);
});

test("an answer that is older than the plan changes nothing", () => {
  expect(after({ plan_version: 4, removed: ["b"] })).toBe(plan);
});

test("links that an edit left alone are the very same list", () => {
  expect(after({ items: [item("c", "a", 2, "C")] }).links).toBe(plan.links);
  expect(after({ removed_links: ["bc"] }).links).toEqual([]);
});
