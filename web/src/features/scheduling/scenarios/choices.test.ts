import { expect, test } from "vitest";
import { mergeBody, undecided } from "./choices";
import type { Review } from "./scenarios";

const field = (name: string, conflict: boolean) => ({
  field: name,
  conflict,
  was: {},
  mine: {},
  theirs: {},
});
const review = {
  items: [
    { id: "a", version: 3, fields: [field("duration", true), field("title", false)] },
    { id: "b", version: 2, fields: [field("removed", true)] },
  ],
  links: [{ id: "l", conflict: true }],
  assignments: [{ id: "w", conflict: false }],
} as unknown as Review;

test("what nobody chose is not asked about", () => {
  expect(undecided(review, new Set(["a", "b", "l", "w"]), {})).toBe(3);
  expect(undecided(review, new Set(["a"]), { "a:duration": "mine" })).toBe(0);
});

test("a merge names what is chosen, and whose side was taken at which version", () => {
  const taken = { "a:duration": "theirs", "b:removed": "mine", "l:": "mine" } as const;
  expect(mergeBody(review, new Set(["a", "l", "w"]), taken)).toEqual({
    items: ["a"],
    rows: ["l", "w"],
    choices: [
      { id: "a", field: "duration", take: "theirs", version: 3 },
      { id: "l", field: null, take: "mine", version: null },
    ],
  });
});
