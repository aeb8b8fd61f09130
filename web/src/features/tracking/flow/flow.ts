import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { LANE_COLOURS } from "@/features/core/laneColours";
import type { Series } from "@/ui/chart/chart";

export type Flow = Schemas["FlowOut"];
export type Progress = Schemas["ProgressOut"];

const KINDS = ["project", "work_item", "several", "baseline"];

export const flowQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["flow", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Flow>(`/projects/${projectId}/flow`, { signal }),
  });

/** The room before the deadline, as it was forecast day by day. */
export type Slack = Schemas["SlackOut"];

export const slackQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["slack", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Slack>(`/projects/${projectId}/slack`, { signal }),
  });

export const progressQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["progress", projectId],
    meta: { kinds: KINDS },
    queryFn: ({ signal }) => http.get<Progress>(`/projects/${projectId}/progress`, { signal }),
  });

export const ACCENT = "var(--nl-accent)";
export const GOOD = "var(--nl-good)";
export const QUIET = "var(--mantine-color-dimmed)";
export const WARNING = "var(--nl-warning)";
const DOING = ["blue", "amber", "violet", "orange", "rose"].map(
  (name) => LANE_COLOURS[name] ?? ACCENT,
);
const COLOURS = {
  to_do: [LANE_COLOURS.slate ?? QUIET],
  doing: DOING,
  done: [LANE_COLOURS.green ?? GOOD, LANE_COLOURS.teal ?? GOOD],
};

/** A colour for each state, told apart within its category. */
export function stateColours(states: Flow["states"]): string[] {
  const met = { to_do: 0, doing: 0, done: 0 };
  return states.map(({ category }) => {
    const palette = COLOURS[category];
    const place = met[category];
    met[category] += 1;
    return palette[place % palette.length] ?? ACCENT;
  });
}

/** Values by day, as a series has them. */
export const pointsOf = (days: readonly string[], values: readonly number[]) =>
  days.map((day, index) => ({ day, value: values[index] ?? 0 }));

/** From what is done now to all of it, once for each share of the runs. */
export function coneOf(
  { cone, today, burn_up }: Flow,
  nameOf: (share: number) => string,
): Series[] {
  const done = burn_up.done.at(-1) ?? 0;
  const scope = burn_up.scope.at(-1) ?? 0;
  return (cone ?? []).flatMap(({ share, on }) =>
    on === null
      ? []
      : [
          {
            name: nameOf(share),
            colour: share === 0.5 ? ACCENT : QUIET,
            shape: "line" as const,
            dashed: true,
            points: [
              { day: today, value: done },
              { day: on, value: scope },
            ],
          },
        ],
  );
}
