import { expect, test } from "vitest";
import type { Plan, PlanItem } from "./plan";
import { planRows } from "./planRows";

const DAY = 480;
const item = (id: string, slack: number, more: Partial<PlanItem> = {}) =>
  ({
    id,
    parent_id: null,
    wbs: id,
    title: id,
    type: "task",
    duration_minutes: DAY,
    percent_complete: 0,
    active: true,
    schedule: {
      start: "2026-03-02T08:00",
      finish: "2026-03-02T17:00",
      late_finish: "2026-03-02T17:00",
      total_slack_minutes: slack,
      critical: slack === 0,
    },
    ...more,
  }) as unknown as PlanItem;

test("what has at most two working days of slack and is still open is nearly critical", () => {
  const plan = {
    project: { minutes_per_day: DAY, calendar_id: "none" },
    items: [
      item("critical", 0),
      item("near", 2 * DAY),
      item("far", 2 * DAY + 1),
      item("done", DAY, { percent_complete: 100 }),
      item("off", 0, { active: false }),
      item("off near", DAY, { active: false }),
    ],
    links: [],
    calendars: [],
    resources: [],
    assignments: [],
    crossing: [],
  } as unknown as Plan;
  const off = planRows(plan).filter(({ inactive }) => inactive);
  expect(off.map(({ id, critical }) => [id, critical])).toEqual([
    ["off", false],
    ["off near", false],
  ]);
  const near = planRows(plan).filter(({ nearCritical }) => nearCritical);
  expect(near.map(({ id }) => id)).toEqual(["near"]);
});
