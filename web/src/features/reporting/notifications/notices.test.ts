import { expect, test } from "vitest";
import { freshOf, linesOf, newestOf } from "./notices";

const message = (seq: number, unseen = true) => ({
  seq,
  unseen,
});

test("only what came after the last notice and was not looked at is shown", () => {
  const items = [message(5), message(4, false), message(3), message(2)];
  expect(freshOf(items, 2).map(({ seq }) => seq)).toEqual([5, 3]);
  expect(newestOf(items)).toBe(5);
  expect(freshOf(items, newestOf(items))).toEqual([]);
});

test("a notice names the first messages, each once", () => {
  expect(linesOf(["T5", "T5", "T4", "T3", "T2"])).toBe("T5\nT4\nT3");
});
