import { describe, expect, it } from "vitest";
import { datesOf, firstChoice, type Proposal } from "./levelling";

const dates = (...keys: string[]) => ({
  projects: [],
  overloads: [],
  moves: keys.map((key) => ({ item: { key } })),
});

const way = (name: string, applicable: boolean, own: unknown = null) => ({
  name,
  applicable,
  dates: own,
});

const proposal = (...alternatives: unknown[]) =>
  ({ ...dates("A-1", "A-2"), alternatives }) as unknown as Proposal;

describe("ways out", () => {
  it("shows the dates of the one chosen, the fastest's being the proposal's own", () => {
    const both = proposal(way("fastest", true), way("calm", true, dates("A-1")));
    expect(datesOf(both, "fastest").moves).toHaveLength(2);
    expect(datesOf(both, "calm").moves).toHaveLength(1);
  });

  it("chooses the fastest first, or what stands in its place", () => {
    expect(firstChoice(proposal(way("calm", true), way("fastest", true)))).toBe("fastest");
    expect(firstChoice(proposal(way("1 more of Ann", false), way("calm", true)))).toBe("calm");
    expect(firstChoice(proposal())).toBe("fastest");
  });
});
