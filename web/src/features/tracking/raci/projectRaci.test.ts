import { expect, test } from "vitest";
import { circleWith, type RaciItem, rolesOf } from "./projectRaci";

const item: RaciItem = {
  id: "1",
  key: "NL-1",
  title: "Build",
  depth: 0,
  summary: false,
  done: false,
  version: 1,
  accountable: "ann",
  responsible: ["ann", "ben"],
  consulted: ["cleo", "ben"],
  informed: ["dan"],
  gaps: [],
};

test("whoever has several roles shows the one that binds most", () => {
  expect([...rolesOf(item)].sort()).toEqual([
    ["ann", "accountable"],
    ["ben", "shares"],
    ["cleo", "consulted"],
    ["dan", "informed"],
  ]);
});

test("a person is asked or told, not both, and whoever works on it is left out", () => {
  expect(circleWith(item, "dan", "consulted")).toEqual({
    consulted: ["cleo", "dan"],
    informed: [],
  });
  expect(circleWith(item, "dan", null)).toEqual({ consulted: ["cleo"], informed: [] });
});
