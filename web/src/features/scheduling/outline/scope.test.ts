import { expect, test } from "vitest";
import type { PlanItem } from "../plan";
import { scopesOf } from "./scope";

const item = (id: string, parent_id: string | null, duration_minutes: number, more = {}) =>
  ({
    id,
    parent_id,
    duration_minutes,
    type: "task",
    active: true,
    estimate: null,
    ...more,
  }) as PlanItem;
const summary = { type: "summary" };

test("what a parent was estimated at itself is kept, and what no task takes up shows", () => {
  const scopes = scopesOf([
    item("top", null, 0, {
      ...summary,
      estimate: { optimistic: 1, likely: 1000, pessimistic: 2000 },
    }),
    item("phase", "top", 400, summary),
    item("a", "phase", 100),
    item("b", "phase", 50, { active: false }),
    item("c", "top", 200),
    item("full", null, 100, summary),
    item("d", "full", 300),
  ]);
  expect(scopes.get("phase")).toEqual({ own: 400, unallocated: 300 });
  // The phase stands for all that it was estimated at, allocated or not.
  expect(scopes.get("top")).toEqual({ own: 1000, unallocated: 400 });
  expect(scopes.get("full")).toEqual({ own: 100, unallocated: 0 });
  expect(scopes.has("a")).toBe(false);
});
