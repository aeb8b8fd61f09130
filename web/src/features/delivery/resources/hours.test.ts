import { expect, test } from "vitest";
import { readHours, writeHours, writeWeek } from "./hours";

test("hours of a day are read as they are written, and nothing else", () => {
  expect(readHours("8-12, 13:30 – 17:00")).toEqual([
    [480, 720],
    [810, 1020],
  ]);
  expect(readHours(" ")).toEqual([]);
  for (const wrong of ["8", "12-8", "8-12, 11-13", "23-25", "a-b", "8-12,"]) {
    expect(readHours(wrong), wrong).toBeNull();
  }
  expect(readHours(writeHours([[0, 1440]]))).toEqual([[0, 1440]]);
});

test("a week is told by its days of the same hours, free ones left out", () => {
  const day = [[480, 720]];
  const name = (number: number) => "Mo Tu We Th Fr Sa Su".split(" ")[number] ?? "";
  expect(writeWeek([day, day, day, [], day, [[600, 660]], []], name)).toBe(
    "Mo–We 8:00–12:00; Fr 8:00–12:00; Sa 10:00–11:00",
  );
  expect(writeWeek([[], [], [], [], [], [], []], name)).toBe("");
});
