import { expect, test } from "vitest";
import { entriesOf, progressOf, reordered } from "./checklist";

test("a list is read from lines, ordered anew, and counted", () => {
  const entries = entriesOf("- [x] Ask\n* Permit\n\n[ ] Dig");
  expect(entries).toMatchObject([
    { text: "Ask", done: true },
    { text: "Permit", done: false },
    { text: "Dig", done: false },
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
  for (const { id } of entries) expect(id).toMatch(/^[0-9a-f]{8}$/);
  expect(reordered(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(reordered(["a", "b"], 0, 2)).toEqual(["a", "b"]);
  expect(progressOf([{ done: true }, {}])).toEqual({ done: 1, of: 2 });
  expect(progressOf([])).toBeNull();
});
