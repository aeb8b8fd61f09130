import { describe, expect, it } from "vitest";
import { choicesFor } from "./linkTypes";

describe("choicesFor", () => {
  it("puts each of an insight's own sentences into one choice with all kinds that fit", () => {
    expect(choicesFor("insight")).toEqual([
      {
        type: "supports",
        direction: "forward",
        kinds: ["opportunity", "idea", "statement", "assumption"],
      },
      { type: "contradicts", direction: "forward", kinds: ["statement", "assumption"] },
      { type: "speaks_for", direction: "forward", kinds: ["persona"] },
      { type: "mentions", direction: "forward", kinds: ["competitor"] },
    ]);
  });

  it("offers an opportunity its own sentence first, then those that point at it", () => {
    expect(choicesFor("opportunity").map(({ type, direction }) => `${direction} ${type}`)).toEqual([
      "forward serves",
      "forward helps_with",
      "backward supports",
      "backward addresses",
    ]);
  });

  it("offers nothing to a kind that no sentence names", () => {
    expect(choicesFor("vision")).toEqual([]);
  });
});
