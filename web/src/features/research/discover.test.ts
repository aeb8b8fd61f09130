import { expect, test } from "vitest";
import { readDiscover } from "./discover";

test("the page keeps what it knows and leaves out what it does not understand", () => {
  expect(readDiscover({ tab: "ideas", shape: "list" })).toEqual({ tab: "ideas", shape: "list" });
  expect(readDiscover({ tab: "charters", shape: 7 })).toEqual({ tab: undefined, shape: undefined });
});
