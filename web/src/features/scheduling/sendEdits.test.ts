import { expect, test } from "vitest";
import type { PlanItem } from "./plan";
import { movesFrom } from "./sendEdits";

const dates = { start: "2026-03-02T08:00", finish: "2026-03-02T17:00" };
const dig = { id: "a", key: "ACME-1", title: "Dig", schedule: dates } as PlanItem;

test("what moved is told from where, by the plan as it was", () => {
  const [move] = movesFrom(
    { items: [dig] },
    { moved_to: [["a", "2026-03-03T08:00", "2026-03-03T17:00"]] },
  );
  expect(move).toEqual({
    id: "a",
    key: "ACME-1",
    title: "Dig",
    start: "2026-03-03T08:00",
    finish: "2026-03-03T17:00",
    was_start: dates.start,
    was_finish: dates.finish,
  });
});

test("what somebody else has just added stands where it is", () => {
  const moves = movesFrom({ items: [dig] }, { moved_to: [["b", dates.start, dates.finish]] });
  expect(moves).toMatchObject([{ id: "b", was_start: dates.start, was_finish: dates.finish }]);
});
