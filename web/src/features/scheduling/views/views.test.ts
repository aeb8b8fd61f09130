import Elk from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import { layered, spotsOf } from "@/ui/graph/layered";
import type { Dependency, Plan, PlanItem } from "../plan";
import { monthShown, weeksOf } from "./month";
import { besides, CARD, isCritical, networkOf } from "./network";
import { deepestOf, extentOf, hasPhases, labelsOf, phasesOf, ticksOf } from "./phases";

type Given = Partial<PlanItem> & { id: string };

function item({ id, ...given }: Given, start = "2026-03-02T08:00", finish = "2026-03-03T17:00") {
  return {
    id,
    key: id.toUpperCase(),
    title: id,
    type: "task",
    parent_id: null,
    outline_level: 1,
    percent_complete: 0,
    schedule: { start, finish, critical: true, driver: { kind: "link", link_id: "ab" } },
    ...given,
  } as PlanItem;
}

const link = (before: string, after: string) =>
  ({
    id: before + after,
    before,
    after,
    kind: "FS",
    lag_minutes: 0,
    lag_unit: "working",
  }) as Dependency;

describe("the network", () => {
  const slack = item({ id: "c" });
  if (slack.schedule) slack.schedule.critical = false;
  const plan = {
    items: [item({ id: "p", type: "summary" }), item({ id: "a" }), item({ id: "b" }), slack],
    links: [link("a", "b"), link("a", "c")],
  } as unknown as Plan;

  it("leaves summaries out, and with them all that does not decide the finish", () => {
    expect(networkOf(plan, false).items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    const critical = networkOf(plan, true);
    expect(critical.items.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(critical.links.map(({ id }) => id)).toEqual(["ab"]);
    const items = new Map(plan.items.map((each) => [each.id, each]));
    expect(plan.links.map((each) => isCritical(each, items))).toEqual([true, false]);
  });

  it("is walked along its links and up and down its layers", async () => {
    const { items, links } = networkOf(plan, false);
    const edges = links.map(({ id, before, after }) => ({ id, from: before, to: after }));
    const ids = items.map(({ id }) => id);
    const spots = spotsOf(await new Elk().layout(layered(ids, edges, CARD)));
    const right = besides("a", "ArrowRight", spots, links);
    expect(["b", "c"]).toContain(right);
    const [upper, lower] = [..."bc"].sort(
      (m, n) => (spots.get(m)?.y ?? 0) - (spots.get(n)?.y ?? 0),
    );
    expect(besides(upper ?? "", "ArrowDown", spots, links)).toBe(lower);
    expect(besides(lower ?? "", "ArrowUp", spots, links)).toBe(upper);
    expect(besides("b", "ArrowLeft", spots, links)).toBe("a");
    expect(besides("b", "ArrowRight", spots, links)).toBeUndefined();
  });
});

describe("the calendar", () => {
  it("breaks items at the ends of weeks and tells of those without a place", () => {
    const long = item({ id: "long" }, "2026-03-05T08:00", "2026-03-10T00:00");
    const crowd = Array.from({ length: 6 }, (_, n) =>
      item({ id: `n${n}` }, "2026-03-06T08:00", "2026-03-06T17:00"),
    );
    const live = item({ id: "live", type: "milestone" }, "2026-03-06T17:00");
    const [, second, third] = weeksOf("2026-03", [long, ...crowd, live]);
    // However full the day, its milestone is seen.
    expect(second?.bars.find((each) => each.item.id === "live")?.lane).toBe(0);
    expect(second?.days[0]).toBe("2026-03-02");
    const bar = second?.bars.find((each) => each.item.id === "long");
    expect(bar).toMatchObject({ from: 3, to: 6, comes: false, goes: true });
    // It ends at midnight, so the tenth has nothing of it.
    expect(third?.bars[0]).toMatchObject({ from: 0, to: 0, comes: true, goes: false });
    expect(second?.more).toEqual([0, 0, 0, 0, 3, 0, 0]);
  });

  it("shows the month of today while the plan runs, else its first, unless another is asked for", () => {
    const plan = { start: "2026-03-02T08:00", finish: "2026-05-01T17:00" };
    const day = (text: string) => Date.parse(`${text}T12:00Z`) / 60_000;
    expect(monthShown(undefined, plan, day("2026-04-15"))).toBe("2026-04");
    expect(monthShown(undefined, plan, day("2026-09-15"))).toBe("2026-03");
    expect(monthShown("2027-01", plan, day("2026-04-15"))).toBe("2027-01");
    expect(monthShown("2027-13", plan, day("2026-04-15"))).toBe("2026-04");
  });
});

describe("the phases", () => {
  const items = [
    item({ id: "one", type: "summary" }),
    item({ id: "inner", type: "summary", parent_id: "one", outline_level: 2 }),
    item(
      { id: "late", type: "milestone", parent_id: "inner", outline_level: 3 },
      "2026-06-01T08:00",
    ),
    item({ id: "early", type: "milestone", parent_id: "one", outline_level: 2 }),
    item({ id: "live", type: "milestone" }, "2026-07-01T08:00", "2026-07-01T08:00"),
  ];
  const told = (level: number) =>
    phasesOf(items, level).map((phase) => [
      phase.item?.id ?? null,
      phase.milestones.map(({ id }) => id),
    ]);

  it("hold the milestones of what is not shown below them, in the order of time", () => {
    expect(told(1)).toEqual([
      [null, ["live"]],
      ["one", ["early", "late"]],
    ]);
    expect(told(2)).toEqual([
      [null, ["live"]],
      ["one", ["early"]],
      ["inner", ["late"]],
    ]);
    expect(deepestOf(items)).toBe(2);
  });

  it("are named by as fine a unit as there is room for", () => {
    const span = extentOf(phasesOf(items, 1));
    expect(span).not.toBeNull();
    expect(span && ticksOf(span, 900)[0]?.unit).toBe("month");
    expect(span && ticksOf(span, 150)[0]?.unit).toBe("quarter");
  });

  it("of a plan without any are its milestones and its longest critical tasks", () => {
    const tasks = Array.from({ length: 14 }, (_, n) =>
      item({ id: `t${n}`, duration_minutes: 480 * (n + 1) }, `2026-03-${10 + n}T08:00`),
    );
    const flat = [...tasks, item({ id: "live", type: "milestone" })];
    const lines = phasesOf(flat, 1);
    expect(lines[0]?.milestones.map(({ id }) => id)).toEqual(["live"]);
    expect(lines.slice(1).map((line) => line.item?.id)).toEqual(tasks.slice(2).map(({ id }) => id));
    expect(hasPhases(lines)).toBe(false);
    const loose = item({ id: "loose", duration_minutes: 480 });
    const easy = { ...loose, schedule: loose.schedule && { ...loose.schedule, critical: false } };
    expect(phasesOf([easy], 1).map((line) => line.item?.id)).toEqual(["loose"]);
  });

  it("name what is close together one below the other, and before its mark at the end of the line", () => {
    const marks = [10, 40, 400].map((at) => ({ at, title: "Contract signed" }));
    expect(labelsOf(marks, 420)).toEqual([
      { row: 0, side: "right" },
      { row: 1, side: "right" },
      { row: 0, side: "left" },
    ]);
    expect(labelsOf(marks.slice(1, 2), 130)).toEqual([{ row: 0, side: undefined }]);
    const crowd = Array.from({ length: 8 }, () => ({ at: 10, title: "Contract signed" }));
    expect(labelsOf(crowd, 420).map(({ side }) => side)).toEqual([
      ...Array(6).fill("right"),
      undefined,
      undefined,
    ]);
  });
});
