import { describe, expect, it } from "vitest";
import { choicesFor } from "./linkTypes";

describe("choicesFor", () => {
  it("puts an insight's own sentence into one choice with both kinds it may support", () => {
    expect(choicesFor("insight")).toEqual([
      { type: "supports", direction: "forward", kinds: ["opportunity", "idea"] },
    ]);
  });

  it("offers an opportunity its own sentence first, then those that point at it", () => {
    expect(choicesFor("opportunity").map(({ type, direction }) => `${direction} ${type}`)).toEqual([
      "forward serves",
      "backward supports",
      "backward addresses",
    ]);
  });

  it("offers nothing to a kind that no sentence names", () => {
    expect(choicesFor("vision")).toEqual([]);
  });
});
