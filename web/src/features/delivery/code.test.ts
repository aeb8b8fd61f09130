import { expect, test } from "vitest";
import { codeFor } from "./code";

test("a code is made of initials, or of the first letters of a single word", () => {
  expect(codeFor("Guest checkout")).toBe("GC");
  expect(codeFor("Atlas")).toBe("ATL");
  expect(codeFor("Über 9")).toBe("BER");
});
