import { describe, expect, test } from "vitest";
import { childrenOf, flattened, isFinished, moved } from "./outline";
import { indent, outdent, reorder, waitsFor } from "./outlineEdits";
import type { Dependency, PlanItem } from "./plan";

const item = (id: string, parent_id: string | null = null): PlanItem => ({
  id,
  parent_id,
  key: id,
  version: 1,
  position: 0,
  outline_level: 1,
  wbs: "",
  title: id,
  type: "task",
  duration_minutes: 480,
  elapsed: false,
  percent_complete: 0,
  constraint: null,
  deadline: null,
  manual: false,
  calendar_id: null,
  estimate: null,
  actual_start: null,
  actual_finish: null,
  priority: 500,
  active: true,
  owner_id: null,
  item_type_id: null,
  state: "to_do",
  custom: {},
  checklist: [],
  notes: "",
  schedule: null,
});

const items = flattened(childrenOf([item("a"), item("b"), item("b1", "b"), item("c"), item("d")]));

describe("outline", () => {
  test("a row is indented under the one above it, after what is there", () => {
    expect(indent(items, "c")).toEqual([
      { op: "move", id: "c", version: 1, parent_id: "b", after_id: "b1" },
    ]);
    expect(indent(items, "a")).toEqual([]);
  });

  test("a row is outdented to behind its parent", () => {
    expect(outdent(items, "b1")).toEqual([
      { op: "move", id: "b1", version: 1, parent_id: null, after_id: "b" },
    ]);
  });

  test("a row moves past its neighbour and stops at the ends", () => {
    expect(reorder(items, "b", "up")).toMatchObject([{ after_id: null }]);
    expect(reorder(items, "c", "up")).toMatchObject([{ after_id: "a" }]);
    expect(reorder(items, "c", "down")).toMatchObject([{ after_id: "d" }]);
    expect(reorder(items, "d", "down")).toEqual([]);
  });

  test("moving renumbers the outline", () => {
    const after = moved(items, "c", "b", "b1");
    expect(after.map(({ id, wbs }) => `${id} ${wbs}`)).toEqual([
      "a 1",
      "b 2",
      "b1 2.1",
      "c 2.2",
      "d 3",
    ]);
  });
});

describe("waitsFor", () => {
  const link: Dependency = {
    id: "l",
    before: "a",
    after: "c",
    kind: "FS",
    lag_minutes: 0,
    lag_unit: "working",
  };

  test("what stays the same is left alone, what goes is unlinked, what comes is linked", () => {
    const lag = { kind: "FS", lagMinutes: 0, lagUnit: "working" } as const;
    expect(waitsFor([link], "c", [{ before: "a", ...lag }])).toEqual([]);
    expect(waitsFor([link], "c", [{ before: "b", ...lag }]).map(({ op }) => op)).toEqual([
      "unlink",
      "link",
    ]);
  });

  test("another kind or lag changes the link it has", () => {
    const wish = { before: "a", kind: "SS", lagMinutes: 480, lagUnit: "working" } as const;
    expect(waitsFor([link], "c", [wish])).toEqual([
      { op: "relink", id: "l", kind: "SS", lag_minutes: 480, lag_unit: "working" },
    ]);
  });
});

test("a plan is finished when all of its work is, whatever its summaries say", () => {
  const done = { ...item("dig", "phase"), percent_complete: 100 };
  const open = { ...item("pour"), percent_complete: 99 };
  expect(isFinished([item("phase"), done])).toBe(true);
  expect(isFinished([item("phase"), done, open])).toBe(false);
  expect(isFinished([item("phase"), done, { ...open, active: false }])).toBe(true);
  expect(isFinished([])).toBe(false);
});
