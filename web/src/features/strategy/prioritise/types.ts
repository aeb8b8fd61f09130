import type { Schemas, Shown } from "@/api/shown";

export type Scorecard = Shown<Schemas["ScorecardOut"]>;
export type Factor = Schemas["FactorIn"];
export type Method = Schemas["MethodOut"];
export type Estimate = Schemas["FigureIn"];
export type Score = Schemas["ScoreOut"];
export type Ranked = Schemas["RankedOut"];
export type Round = Schemas["RoundOut"];
export type Ranking = Omit<Schemas["RankingOut"], "scorecard"> & { scorecard: Scorecard };
export type Robust = Schemas["RobustOut"];
export type Cost = Schemas["CostOut"];
export type Calibration = Schemas["CalibrationOut"];
export type Capacity = Schemas["CapacityOut"];

/** Whose figures a grid shows and writes. */
export type Voice = "team" | "mine";

export const METHODS = [
  "rice",
  "ice",
  "wsjf",
  "weighted",
  "value_effort",
  "moscow",
  "kano",
  "custom",
] as const;

/** The figures of one row in the voice at hand, and the version that an edit stands on. */
export function scoreOf(ranked: Ranked, voice: Voice): Score | null {
  return voice === "team" ? ranked.team : ranked.mine;
}

/** What stands in a cell: what was given in the voice at hand, or what the factor reads from a field. */
export function figureOf(ranked: Ranked, factor: Factor, voice: Voice): Estimate | undefined {
  if (!factor.field) return scoreOf(ranked, voice)?.values[factor.name];
  const read = ranked.read[factor.name];
  return read === undefined ? undefined : { likely: read };
}
