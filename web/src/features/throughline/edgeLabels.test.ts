import { describe, expect, it } from "vitest";
import { speaking } from "./edgeLabels";
import type { LineEdge } from "./throughline";

const supports = (source: string, target: string): LineEdge => ({
  type: "supports",
  source,
  target,
  reason: source,
  consequence: target,
});

describe("speaking", () => {
  it("lets one of a fan speak for all", () => {
    const edges = [supports("a", "need"), supports("b", "need"), supports("c", "need")];
    expect([...speaking(edges)]).toEqual([edges[0]]);
  });

  it("keeps the word of every step that stands alone", () => {
    const edges = [supports("a", "need"), supports("b", "wish")];
    expect(speaking(edges).size).toBe(2);
  });
});
