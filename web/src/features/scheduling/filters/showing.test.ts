import { expect, test } from "vitest";
import { DAY } from "@/timeline/geometry/time";
import type { TimelineRow } from "@/timeline/types";
import { filtered, type Shown } from "./showing";

const NOW = 100 * DAY;

function row(id: string, parentId: string | null, more: Partial<TimelineRow> = {}): TimelineRow {
  return {
    id,
    parentId,
    wbs: "",
    title: id,
    kind: "task",
    start: NOW,
    finish: NOW + DAY,
    durationMinutes: 480,
    percentComplete: 0,
    ...more,
  };
}

const rows = [
  row("site", null, { kind: "summary", critical: true }),
  row("earth", "site", { kind: "summary" }),
  row("dig", "earth", { critical: true, finish: NOW - DAY }),
  row("fill", "earth", { nearCritical: true, start: NOW + 30 * DAY }),
  row("roof", null, { kind: "summary" }),
  row("tiles", "roof", { percentComplete: 100, finish: NOW - DAY }),
];
const found = (shown?: Shown, only?: string[]) => filtered(rows, only && new Set(only), shown, NOW);
const ids = (shown?: Shown, only?: string[]) => found(shown, only).rows.map(({ id }) => id);

test("what is found stands below the summaries that it is part of", () => {
  expect(ids(undefined, ["fill"])).toEqual(["site", "earth", "fill"]);
  expect(ids(undefined, ["roof"])).toEqual(["roof"]);
  expect(ids()).toEqual(rows.map(({ id }) => id));
  expect(ids(undefined, [])).toEqual([]);
  expect(found(undefined, ["fill"]).count).toBe(1);
  expect(found().count).toBe(rows.length);
});

test("rows are shown by what follows from their dates", () => {
  expect(ids("critical")).toEqual(["site", "earth", "dig"]);
  expect(ids("near")).toEqual(["site", "earth", "dig", "fill"]);
  expect(ids("open")).toEqual(["site", "earth", "dig", "fill"]);
  expect(ids("late")).toEqual(["site", "earth", "dig"]);
  expect(ids("soon")).toEqual(["site", "earth", "dig"]);
  expect(ids("near", ["fill", "tiles"])).toEqual(["site", "earth", "fill"]);
});
