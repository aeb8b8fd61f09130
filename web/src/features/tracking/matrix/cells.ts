import type { MatrixRisk } from "../types";

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Zone = "low" | "medium" | "high";
export type Standing = "inherent" | "residual";

export interface Cell {
  probability: number;
  impact: number;
  zone: Zone;
  risks: MatrixRisk[];
}

/** Low up to 4, high from 15 on, of 25. */
export function zoneOf(score: number): Zone {
  return score >= 15 ? "high" : score > 4 ? "medium" : "low";
}

/** Where a risk stands before its response, or after it; undefined where nobody said its impact. */
export function placeOf(risk: MatrixRisk, standing: Standing) {
  const residual = standing === "residual";
  const probability = residual ? risk.residual_probability_level : risk.probability_level;
  const impact = residual ? risk.residual_impact_level : risk.impact_level;
  return impact === null ? undefined : { probability, impact };
}

/** The lines of the matrix, the most probable first, each from the slightest impact to the severest. */
export function matrixOf(risks: readonly MatrixRisk[], standing: Standing): Cell[][] {
  return LEVELS.toReversed().map((probability) =>
    LEVELS.map((impact) => ({
      probability,
      impact,
      zone: zoneOf(probability * impact),
      risks: risks.filter((risk) => {
        const place = placeOf(risk, standing);
        return place?.probability === probability && place.impact === impact;
      }),
    })),
  );
}
