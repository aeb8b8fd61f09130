import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import { minuteOf } from "@/timeline/geometry/time";
import type { TimelineLink, TimelineRow } from "@/timeline/types";
import type { ListState } from "@/ui/list/types";

export type Crossing = Schemas["CrossingOut"];
export type ProjectsInTime = Shown<Schemas["ProjectsInTime"]>;
export type ProjectInTime = ProjectsInTime["projects"][number];
export type Programme = ProjectsInTime["programmes"][number];
type Point = ProjectInTime["points"][number];

export function projectsInTimeQuery({ q, where, group }: Pick<ListState, "q" | "where" | "group">) {
  return queryOptions({
    queryKey: ["projects_in_time", q, where, group],
    queryFn: ({ signal }) =>
      http.get<ProjectsInTime>("/projects-in-time", {
        query: { q, where: where?.length ? JSON.stringify(where) : undefined, by: group },
        signal,
      }),
    placeholderData: keepPreviousData,
    meta: { kinds: ["project", "work_item", "product"] },
  });
}

const GROUP = "group ";
/** Is it the row of a group, of which nothing can be opened? */
export const isGroup = (id: string): boolean => id.startsWith(GROUP);

/** Every project as a row with its milestones below it; under rows of their groups where `groupOf` names one. */
export function rowsOf(
  projects: readonly ProjectInTime[],
  groupOf?: (project: ProjectInTime) => string,
): TimelineRow[] {
  if (!groupOf) return projects.flatMap((project, at) => projectRows(project, null, `${at + 1}`));
  const groups = new Map<string, ProjectInTime[]>();
  for (const project of projects) {
    const name = groupOf(project);
    groups.set(name, [...(groups.get(name) ?? []), project]);
  }
  return [...groups].flatMap(([name, some], place) => {
    const parent = `${GROUP}${name}`;
    const rows = some.flatMap((project, at) =>
      projectRows(project, parent, `${place + 1}.${at + 1}`),
    );
    return [groupRow(parent, name, `${place + 1}`, rows), ...rows];
  });
}

function groupRow(
  id: string,
  title: string,
  wbs: string,
  rows: readonly TimelineRow[],
): TimelineRow {
  const starts = rows.flatMap(({ start }) => start ?? []);
  const finishes = rows.flatMap(({ finish }) => finish ?? []);
  return {
    ...PLAIN,
    id,
    parentId: null,
    wbs,
    title,
    kind: "summary",
    start: starts.length > 0 ? Math.min(...starts) : null,
    finish: finishes.length > 0 ? Math.max(...finishes) : null,
  };
}

const PLAIN = { durationMinutes: 0, percentComplete: 0, editable: false } as const;

function projectRows(project: ProjectInTime, parentId: string | null, wbs: string): TimelineRow[] {
  const { finish, p50, p85, deadline } = project;
  const row: TimelineRow = {
    ...PLAIN,
    id: project.id,
    parentId,
    wbs,
    title: `${project.code} ${project.title}`,
    kind: "summary",
    start: finish ? minuteOf(project.start) : null,
    finish: finish ? minuteOf(finish) : null,
    critical: project.drives,
    slackMinutes: project.slack_minutes,
    deadline: deadline ? minuteOf(deadline) : null,
    forecast:
      p50 && p85
        ? { p50: minuteOf(p50), p85: minuteOf(p85), probability: project.probability }
        : null,
  };
  return [
    row,
    ...project.points.map((point, at) => pointRow(point, project.id, `${wbs}.${at + 1}`)),
  ];
}

function pointRow(point: Point, parentId: string, wbs: string): TimelineRow {
  return {
    ...PLAIN,
    id: point.id,
    parentId,
    wbs,
    title: point.title,
    kind: point.milestone ? "milestone" : "task",
    start: minuteOf(point.start),
    finish: minuteOf(point.finish),
    percentComplete: point.percent_complete,
    critical: point.drives,
    slackMinutes: point.slack_minutes,
    deadline: point.deadline ? minuteOf(point.deadline) : null,
  };
}

/** The links between projects; of one that is folded they leave and reach its own bar, two between the same once. */
export function linksOf(
  { links }: Pick<ProjectsInTime, "links">,
  folded: ReadonlySet<string>,
): TimelineLink[] {
  const found = new Map<string, TimelineLink>();
  for (const link of links) {
    const before = endIn(link.before, folded);
    const after = endIn(link.after, folded);
    if (!before || !after) continue;
    const { id, kind, lag_minutes, lag_unit, driving } = link;
    const known = found.get(`${before} ${after} ${kind}`);
    found.set(`${before} ${after} ${kind}`, {
      id: known?.id ?? id,
      before,
      after,
      kind,
      lagMinutes: known ? 0 : lag_minutes,
      lagUnit: lag_unit,
      driving: driving || known?.driving === true,
    });
  }
  return [...found.values()];
}

function endIn(
  { item, project }: ProjectsInTime["links"][number]["before"],
  folded: ReadonlySet<string>,
): string | undefined {
  if (!item || !project) return undefined;
  return folded.has(project.id) ? project.id : item.id;
}
