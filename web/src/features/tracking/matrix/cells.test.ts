import { describe, expect, it } from "vitest";
import type { MatrixRisk } from "../types";
import { matrixOf, zoneOf } from "./cells";

const risk = (levels: Partial<MatrixRisk>) =>
  ({
    id: "one",
    probability_level: 4,
    impact_level: 5,
    residual_probability_level: 1,
    residual_impact_level: 2,
    ...levels,
  }) as MatrixRisk;

describe("the risk matrix", () => {
  it("stands each risk where it is, before and after its response, and leaves out what has no impact", () => {
    const risks = [risk({}), risk({ impact_level: null, residual_impact_level: null })];
    const before = matrixOf(risks, "inherent");
    const after = matrixOf(risks, "residual");
    expect(before[1]?.[4]).toMatchObject({ probability: 4, impact: 5, zone: "high" });
    expect(before[1]?.[4]?.risks).toHaveLength(1);
    expect(after[4]?.[1]).toMatchObject({ probability: 1, impact: 2, zone: "low" });
    expect(after.flat().flatMap((cell) => cell.risks)).toHaveLength(1);
  });

  it("is low up to 4 and high from 15 on", () => {
    expect([4, 5, 12, 15].map(zoneOf)).toEqual(["low", "medium", "medium", "high"]);
  });
});
