import { expect, test } from "vitest";
import { countdown, type Launch, stateOf } from "./launches";

const launch = (more: object) =>
  ({ launched_on: null, decisions: [], reviews: [], ...more }) as unknown as Launch;

test("days are counted from the launch, as launches do", () => {
  expect([-14, 0, 3].map(countdown)).toEqual(["T−14", "T", "T+3"]);
});

test("the last word on going counts, and after the launch its reviews", () => {
  const decisions = [{ verdict: "go" }, { verdict: "no_go" }];
  expect(stateOf(launch({}))).toBe("planned");
  expect(stateOf(launch({ decisions }))).toBe("no_go");
  const launched_on = "2026-04-01";
  expect(stateOf(launch({ decisions, launched_on, reviews: [{ verdict: null }] }))).toBe(
    "launched",
  );
  expect(stateOf(launch({ decisions, launched_on, reviews: [{ verdict: "keep" }] }))).toBe(
    "reviewed",
  );
});
