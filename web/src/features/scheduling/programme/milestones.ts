import { minuteOf } from "@/timeline/geometry/time";
import type { Lane, LaneItem } from "@/timeline/types";
import type { ProjectInTime } from "./programme";

type Point = ProjectInTime["points"][number];

export const STANDINGS = ["planned", "at_risk", "late", "done"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_COLOURS: Record<Standing, string> = {
  planned: "#327cb0",
  at_risk: "#b07d1b",
  late: "#b34a78",
  done: "#69737e",
};

/**
 * How a milestone stands. Late: it is over and not reached, or ends after its deadline. At risk: it would, if it slipped as
 * far as its project does in 15 % of all simulated runs; without a deadline of its own, if that breaks the project's and it
 * has no slack.
 */
export function standingOf(point: Point, project: ProjectInTime, now: number): Standing {
  if (point.percent_complete >= 100) return "done";
  const finish = minuteOf(point.finish);
  const due = point.deadline ? minuteOf(point.deadline) : null;
  if (finish < now || (due !== null && finish > due)) return "late";
  if (!project.p85 || !project.finish) return "planned";
  const p85 = minuteOf(project.p85);
  const slip = Math.max(0, p85 - minuteOf(project.finish));
  const isThreatened =
    due !== null
      ? finish + slip > due
      : project.deadline !== null && point.slack_minutes <= 0 && p85 > minuteOf(project.deadline);
  return isThreatened ? "at_risk" : "planned";
}

/** A lane for every project, in the order of its group where `groupOf` names one. */
export function lanesOf(
  projects: readonly ProjectInTime[],
  groupOf?: (project: ProjectInTime) => string,
): Lane[] {
  const named = projects.map((project) => ({ project, group: groupOf?.(project) ?? "" }));
  const places = new Map([...new Set(named.map(({ group }) => group))].map((one, at) => [one, at]));
  const place = ({ group }: { group: string }) => places.get(group) ?? 0;
  return named
    .sort((a, b) => place(a) - place(b))
    .map(({ project: { id, code, title }, group }) => ({
      id,
      title: group ? `${group} · ${code} ${title}` : `${code} ${title}`,
      colour: STANDING_COLOURS.planned,
    }));
}

interface Told {
  now: number;
  word: (standing: Standing) => string;
}

/** Every milestone as a diamond in the lane of its project, and in words what its colour says; its day is drawn below its name. */
export function diamondsOf(projects: readonly ProjectInTime[], told: Told): LaneItem[] {
  return projects.flatMap((project) =>
    project.points
      .filter(({ milestone }) => milestone)
      .map((point): LaneItem => {
        const standing = standingOf(point, project, told.now);
        const said = standing === "planned" ? [] : [told.word(standing)];
        return {
          id: point.id,
          key: point.key,
          laneId: project.id,
          title: [point.title, ...said].join(" · "),
          start: minuteOf(point.start),
          finish: minuteOf(point.finish),
          precision: "day",
          status: standing === "done" ? "done" : "planned",
          milestone: true,
          colour: STANDING_COLOURS[standing],
          editable: false,
        };
      }),
  );
}
