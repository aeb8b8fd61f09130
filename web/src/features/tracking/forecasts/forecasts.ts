import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { dayNumber, type Level, type Series } from "@/ui/chart/chart";

export type ForecastHistory = Schemas["ForecastHistoryOut"];
export type RecordedForecast = Schemas["RecordedForecastOut"];
export type Calibration = Schemas["ForecastCalibrationOut"];

const KINDS = ["project", "work_item"];

/** What was forecast of a project and its milestones, day by day. */
export const historyQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["forecast-history", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) =>
      http.get<ForecastHistory>(`/projects/${projectId}/forecast-history`, { signal }),
  });

/** How past forecasts fared, of one project or of all. */
export const calibrationQuery = (projectId: string | null) =>
  queryOptions({
    queryKey: ["forecast-calibration", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) =>
      http.get<Calibration>("/forecast-calibration", {
        query: projectId ? { project_id: projectId } : {},
        signal,
      }),
  });

/** What of a history is looked at: the project's finish, or a milestone. */
export interface Subject {
  recorded: readonly RecordedForecast[];
  finished: string | null;
}

export function subjectOf(history: ForecastHistory, milestone: string | null): Subject {
  const found = history.milestones.find(({ item }) => item.id === milestone);
  return found ?? history;
}

const dayOfPlan = (at: string) => dayNumber(at.slice(0, 10));

interface Names {
  wide: string;
  narrow: string;
  middle: string;
  deadline: string;
  finished: string;
}

/** The quantiles as bands about the middle, with the deadline as it was then. */
export function fanOf({ recorded }: Subject, names: Names): Series[] {
  const band = (name: string, low: "p10" | "p50", high: "p80" | "p90", share: number): Series => ({
    name,
    colour: `color-mix(in srgb, var(--nl-accent) ${share}%, transparent)`,
    shape: "area",
    points: recorded.map((row) => ({
      day: row.on,
      base: dayOfPlan(row[low]),
      value: dayOfPlan(row[high]) - dayOfPlan(row[low]),
    })),
  });
  const targets = recorded.flatMap(({ on, target }) =>
    target ? [{ day: on, value: dayOfPlan(target) }] : [],
  );
  return [
    band(names.wide, "p10", "p90", 16),
    band(names.narrow, "p50", "p80", 36),
    {
      name: names.middle,
      colour: "var(--nl-accent)",
      shape: "line",
      points: recorded.map(({ on, p50 }) => ({ day: on, value: dayOfPlan(p50) })),
    },
    ...(targets.length > 0
      ? [
          {
            name: names.deadline,
            colour: "var(--nl-bad)",
            shape: "line" as const,
            dashed: true,
            points: targets,
          },
        ]
      : []),
  ];
}

/** The day on which it was finished, across the fan. */
export const finishOf = ({ finished }: Subject, label: string): Level[] =>
  finished ? [{ value: dayOfPlan(finished), label }] : [];

/** By how many days the later 80 % date lies behind the earlier one. */
export function movedDays(first: RecordedForecast, last: RecordedForecast): number {
  return dayOfPlan(last.p80) - dayOfPlan(first.p80);
}

export type ForecastMoves = Schemas["ForecastMovesOut"];
export type ForecastMove = ForecastMoves["parts"][number];

/** Why the forecast moved since a day, a week ago unless said. */
export const movesQuery = (projectId: string, since: string | null) =>
  queryOptions({
    queryKey: ["forecast-moves", projectId, since],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) =>
      http.get<ForecastMoves>(`/projects/${projectId}/forecast-moves`, {
        query: since ? { since } : {},
        signal,
      }),
  });

/** Which way a part moved the finish; a tenth of a day is noise. */
export const wayOf = (days: number | null): "later" | "earlier" | "same" =>
  days === null || Math.abs(days) < 0.1 ? "same" : days > 0 ? "later" : "earlier";

/** The parts that moved the finish or the chance, what moved it most first. */
export function telling(parts: readonly ForecastMove[]): ForecastMove[] {
  const weight = ({ days, chance }: ForecastMove) => Math.abs(days ?? 0) + Math.abs(chance ?? 0);
  return parts
    .filter(({ days, chance }) => wayOf(days) !== "same" || Math.abs(chance ?? 0) >= 0.01)
    .toSorted((one, other) => weight(other) - weight(one));
}
