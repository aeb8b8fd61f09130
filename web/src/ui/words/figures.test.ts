import { expect, test } from "vitest";
import { figuresIn } from "./figures";

test("dates and numbers follow the locale, and a broken locale falls back", () => {
  expect(figuresIn("de-DE").number(1234.5)).toBe("1.234,5");
  expect(figuresIn("en-GB").date("2026-11-24")).toBe("24 Nov 2026");
  expect(() => figuresIn("not a locale").number(1)).not.toThrow();
});

test("time past is told in the largest unit that fits", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const figures = figuresIn("en-GB");
  expect(figures.ago("2026-11-24T11:58:00Z", now)).toMatch(/2 min/);
  expect(figures.ago("2026-11-23T12:00:00Z", now)).toBe("yesterday");
});
