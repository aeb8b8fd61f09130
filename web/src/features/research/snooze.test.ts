import { expect, it } from "vitest";
import { dayAfter, snoozeChoices } from "./snooze";

it("counts days across the end of a month and of a year", () => {
  expect(dayAfter(new Date(2026, 11, 31, 23, 50), 1)).toBe("2027-01-01");
  expect(dayAfter(new Date(2028, 1, 28), 1)).toBe("2028-02-29");
});

it.each([
  ["a Sunday", new Date(2026, 2, 1), "2026-03-02"],
  ["a Monday", new Date(2026, 2, 2), "2026-03-09"],
  ["a Saturday", new Date(2026, 2, 7), "2026-03-09"],
])("next week begins on the Monday after %s", (_name, today, monday) => {
  expect(snoozeChoices(today).find(({ word }) => word === "nextWeek")?.day).toBe(monday);
});
