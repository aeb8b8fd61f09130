import { expect, test } from "vitest";
import { depths } from "./depths";

test("what stands below one that is not shown stands at the top", () => {
  const rows = [
    { id: "branch", parent_id: null },
    { id: "leaf", parent_id: "branch" },
    { id: "orphan", parent_id: "solved" },
  ];
  expect([...depths(rows).values()]).toEqual([0, 1, 0]);
});
