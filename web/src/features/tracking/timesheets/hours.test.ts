import { describe, expect, it } from "vitest";
import { readBlock, readHours, writeHours } from "./hours";

describe("hours", () => {
  it.each([
    ["1:30", 90],
    ["1.5", 90],
    ["1,5", 90],
    [".25", 15],
    ["8", 480],
    ["1h 30m", 90],
    ["45m", 45],
    ["2h", 120],
    ["", 0],
    ["25", null],
    ["1:75", null],
    ["soon", null],
  ])("are read as people write them: %s", (text, minutes) => {
    expect(readHours(text)).toBe(minutes);
  });

  it("are written so that they are read again", () => {
    expect([0, 5, 90, 1440].map(writeHours)).toEqual(["", "0:05", "1:30", "24:00"]);
    expect(readBlock("1:30\t2\r\n\tx\r\n")).toEqual([
      [90, 120],
      [0, null],
    ]);
  });
});
