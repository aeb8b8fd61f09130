import { expect, test } from "vitest";
import { readHours, writeHours } from "./hours";

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
