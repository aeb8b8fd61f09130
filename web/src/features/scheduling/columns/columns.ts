import { COLUMNS } from "@/timeline/grid/columns";
import type { ColumnId } from "@/timeline/types";
import { WITH_BASELINE } from "../baselines/ghosts";
import { WITH_SCOPE } from "../outline/scope";
import { costColumns, iterationColumn, notesColumn, workColumn } from "./amounts";
import {
  calendarColumn,
  deadlineColumn,
  ownerColumn,
  peopleColumn,
  priorityColumn,
  stateColumn,
} from "./fields";
import type { Ground } from "./ground";
import { constraintColumn, constraintDayColumn, estimateColumn } from "./limits";
import { ownColumns } from "./ownFields";
import type { PlanColumn } from "./planColumn";

/** All that a plan can add to the columns of its outline, in the order in which they are offered. */
export function planColumns(ground: Ground): PlanColumn[] {
  return [
    ownerColumn(ground),
    peopleColumn(ground),
    stateColumn(ground),
    priorityColumn(ground),
    deadlineColumn(ground),
    constraintColumn(ground),
    constraintDayColumn(ground),
    estimateColumn(ground),
    calendarColumn(ground),
    // A scenario is of the plan alone.
    ...(ground.plan.scenario ? [] : [iterationColumn(ground)]),
    workColumn(ground),
    ...(ground.plan.scenario ? [] : costColumns(ground)),
    notesColumn(ground),
    ...ownColumns(ground),
  ];
}

const typed = (ids: readonly ColumnId[]): readonly ColumnId[] =>
  ids.flatMap((id) => (id === "title" ? ["type", id] : [id]));

const USUAL: readonly ColumnId[] = COLUMNS.map(({ id }) => id);
const OF_BASELINE = WITH_BASELINE.filter((id) => !USUAL.includes(id));
const OF_SCOPE = WITH_SCOPE.filter((id) => !USUAL.includes(id));

interface Shown {
  hasTypes: boolean;
  hasScope: boolean;
  isCompared: boolean;
}

/** The columns where nobody chose any. */
export function usualColumns({ hasTypes, hasScope, isCompared }: Shown): readonly ColumnId[] {
  const ids = isCompared ? WITH_BASELINE : hasScope ? WITH_SCOPE : USUAL;
  return hasTypes ? typed(ids) : ids;
}

/** Those that were chosen: never without the title, and with what a baseline shows while one is shown. */
export function chosenColumns(
  chosen: readonly string[],
  offered: readonly ColumnId[],
  { isCompared }: Shown,
): readonly ColumnId[] {
  const known = chosen.flatMap((name) => offered.find((id) => id === name) ?? []);
  const ids: ColumnId[] = known.includes("title") ? known : ["title", ...known];
  return isCompared && !ids.some((id) => OF_BASELINE.includes(id)) ? [...ids, ...OF_BASELINE] : ids;
}

/** All that can be chosen from. */
export function offeredColumns(
  added: readonly PlanColumn[],
  { hasTypes, isCompared }: Shown,
): ColumnId[] {
  return [
    ...(hasTypes ? typed(USUAL) : USUAL),
    ...added.map(({ id }) => id),
    ...OF_SCOPE,
    ...(isCompared ? OF_BASELINE : []),
  ];
}
