import { expect, test } from "vitest";
import { minuteOf } from "@/timeline/geometry/time";
import { ghostsOf, goneItems } from "./ghosts";
import type { Roadmap } from "./roadmap";

const window = (start: string, finish: string) => ({ start, finish, precision: "day" });
const now = {
  initiatives: [
    { id: "moved", window: window("2026-05-01", "2026-05-31") },
    { id: "same", window: window("2026-01-01", "2026-01-31") },
    { id: "new", window: window("2026-01-01", "2026-01-31") },
  ],
} as Roadmap;
const then = {
  initiatives: [
    { id: "moved", title: "Moved", window: window("2026-04-01", "2026-04-30") },
    { id: "same", title: "Same", window: window("2026-01-01", "2026-01-31") },
    { id: "gone", title: "Gone", window: window("2026-02-01", "2026-02-28") },
    { id: "undated", title: "Undated", window: null },
  ],
} as Parameters<typeof ghostsOf>[1];

test("only what moved leaves a ghost, where it stood", () => {
  expect([...ghostsOf(now, then)]).toEqual([
    ["moved", { start: minuteOf("2026-04-01"), finish: minuteOf("2026-05-01") }],
  ]);
});

test("what is gone is shown where it was and cannot be moved", () => {
  const [gone, ...rest] = goneItems(now, then, "Removed");
  expect(rest).toEqual([]);
  expect(gone).toMatchObject({ id: "gone", gone: true, editable: false });
});
