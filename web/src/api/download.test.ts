import { expect, test } from "vitest";
import { nameIn } from "./download";

test("a file is named as the server names it", () => {
  expect(nameIn('attachment; filename="roadmap-harbour.pdf"')).toBe("roadmap-harbour.pdf");
});

test("a file that the server does not name keeps the caller's name", () => {
  expect(nameIn(null)).toBeUndefined();
  expect(nameIn("inline")).toBeUndefined();
});
