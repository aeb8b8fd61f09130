import { expect, test } from "vitest";
import { minuteOf, textOf } from "./time";

test("a date with a time is a minute, a bare one its first", () => {
  expect(minuteOf("1970-01-02T00:01")).toBe(1441);
  expect(minuteOf("2026-03-02T09:30")).toBe(minuteOf("2026-03-02") + 570);
  expect(minuteOf("2026-03-02 09:30:59Z")).toBe(minuteOf("2026-03-02T09:30"));
  expect(textOf(minuteOf("2027-12-31T23:59"))).toBe("2027-12-31T23:59");
});

test("what is no date is refused, each time", () => {
  for (const text of ["", "soon", "2026-3-2T09:00", "02.03.2026"]) {
    expect(() => minuteOf(text)).toThrow(RangeError);
    expect(() => minuteOf(text)).toThrow(RangeError);
  }
});
