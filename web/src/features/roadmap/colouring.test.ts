import { describe, expect, it } from "vitest";
import EXAMPLES from "../../../../tests/roadmap/colours.json";
import { boundsOf, placeIn, quarterOf, rangesOf } from "./colouring";

/** The server is held to the same: tests/roadmap/test_colouring.py. */
describe("ranges of numbers", () => {
  it.each(EXAMPLES)("$numbers lie between round bounds", ({ numbers, low, step, ...wanted }) => {
    const ranges = rangesOf(numbers);
    if (!ranges) throw new Error("numbers have ranges");
    const labels = Array.from({ length: ranges.count }, (_, place) =>
      [...new Set(boundsOf(ranges, place))].join(" – "),
    );

    expect(ranges).toMatchObject({ low, step });
    expect(labels).toEqual(wanted.labels);
    expect(numbers.map((number) => placeIn(ranges, number))).toEqual(wanted.places);
  });

  it("are none of no numbers", () => expect(rangesOf([])).toBeUndefined());
});

it("names the quarter of a day", () => expect(quarterOf("2026-11-09")).toBe("2026-Q4"));
