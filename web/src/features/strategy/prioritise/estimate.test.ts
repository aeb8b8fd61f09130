import { describe, expect, it } from "vitest";
import { estimateText, middleOf, movedTo, readEstimate } from "./estimate";
import type { Factor } from "./types";

const factor = { low: 0, high: 10 } as Factor;

describe("readEstimate", () => {
  it.each([
    ["5", { likely: 5 }],
    ["1,5", { likely: 1.5 }],
    ["80 %", { likely: 80 }],
    ["2k", { likely: 2000 }],
    ["1 500", { likely: 1500 }],
    ["-3", { likely: -3 }],
    ["3–8", { low: 3, high: 8 }],
    ["3 - 8", { low: 3, high: 8 }],
    ["3..8", { low: 3, high: 8 }],
    ["3 to 8", { low: 3, high: 8 }],
    ["3/5/8", { low: 3, likely: 5, high: 8 }],
    ["", null],
    ["soon", undefined],
    ["1/2/3/4", undefined],
  ])("reads %s", (text, expected) => {
    expect(readEstimate(text)).toEqual(expected);
  });

  it("reads back what it wrote", () => {
    for (const estimate of [{ likely: 5 }, { low: 1, high: 2 }, { low: 1, likely: 2, high: 4 }]) {
      expect(readEstimate(estimateText(estimate, String))).toEqual(estimate);
    }
  });
});

describe("middleOf", () => {
  it("is the likely figure, else the middle of the range", () => {
    expect(middleOf({ low: 1, likely: 2, high: 9 })).toBe(2);
    expect(middleOf({ low: 1, high: 9 })).toBe(5);
    expect(middleOf(undefined)).toBeUndefined();
  });
});

describe("movedTo", () => {
  it("carries the ends of a range along, within the bounds", () => {
    expect(movedTo({ low: 2, likely: 4, high: 7 }, 6, factor)).toEqual({
      low: 4,
      likely: 6,
      high: 9,
    });
    expect(movedTo({ low: 2, high: 6 }, 9, factor)).toEqual({ low: 7, high: 10 });
    expect(movedTo(undefined, 3, factor)).toEqual({ likely: 3 });
  });
});
