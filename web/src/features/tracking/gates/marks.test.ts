import { expect, test } from "vitest";
import { minuteOf } from "@/timeline/geometry/time";
import { dayOf, toneOf } from "./marks";

const condition = (overdue: boolean) => ({ overdue }) as never;

test("a gate stands on its own day, else where its milestone is, else where it was decided", () => {
  const at = minuteOf("2026-04-01T17:00");
  const decided_at = "2026-05-01T09:00:00Z";
  expect(dayOf({ due: "2026-03-02", decided_at }, at)).toBe("2026-03-02");
  expect(dayOf({ due: null, decided_at }, at)).toBe("2026-04-01");
  expect(dayOf({ due: null, decided_at }, null)).toBe("2026-05-01");
  expect(dayOf({ due: null, decided_at: null }, null)).toBeNull();
});

test("a gate that waits turns red once its day has passed", () => {
  const gate = { state: "pending", conditions: [] } as const;
  expect(toneOf({ ...gate, conditions: [] }, "2026-03-02", "2026-03-02")).toBe("quiet");
  expect(toneOf({ ...gate, conditions: [] }, "2026-03-02", "2026-03-03")).toBe("bad");
});

test("a conditional go turns red with an overdue condition", () => {
  const open = { state: "conditional", conditions: [condition(false)] } as const;
  expect(toneOf({ ...open, conditions: [condition(false)] }, "2026-03-02", "2026-03-09")).toBe(
    "warning",
  );
  expect(toneOf({ ...open, conditions: [condition(true)] }, "2026-03-02", "2026-03-09")).toBe(
    "bad",
  );
});
