import { useList } from "@/features/core/list/useList";
import { useOpening } from "@/features/core/list/useOpening";
import type { ProgrammeView } from "./ProgrammePage";

const LAYOUT = "timeline";
const NO_COLUMNS: readonly string[] = [];
export const POINTS = ["all", "milestones"] as const;
export type Points = (typeof POINTS)[number];

/** Which projects are shown, and how: what the address says, else what the saved view does. */
export function useProgrammeList(said: ProgrammeView) {
  const list = useList("project", undefined, NO_COLUMNS, LAYOUT);
  const setOf = useOpening(["points"]);
  const kept: Points = list.view?.config.settings?.points === "milestones" ? "milestones" : "all";
  const points = said.points ?? kept;
  return {
    points,
    list: {
      ...list,
      layout: LAYOUT,
      settings: { points },
      isChanged: list.isChanged || points !== kept,
      set: setOf(list),
    },
  };
}
