import { expect, test } from "vitest";
import { type Criterion, criteriaIn, possible, unitOf } from "./gates";

test("a go is offered once everything that must be met is", () => {
  expect(possible({ unmet: 1 })).toEqual(["conditional", "hold", "stop"]);
  expect(possible({ unmet: 0 })[0]).toBe("go");
});

test("criteria are sent as they are asked, not as they were checked", () => {
  const one = { id: "1", text: "Dry", measure: "person", must: true, threshold: null, met: true };
  expect(criteriaIn([one as Criterion])).toEqual([
    { id: "1", text: "Dry", measure: "person", must: true, threshold: null },
  ]);
  expect([unitOf("chance"), unitOf("person")]).toEqual(["percent", undefined]);
});
