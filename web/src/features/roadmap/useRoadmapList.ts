import { type Asking, type List, useList } from "@/features/core/list/useList";
import { useOpening } from "@/features/core/list/useOpening";
import { ASKED, askedFor } from "./asking";
import { oneOf, type RoadmapView, readField, VIEWS } from "./view";

export const COLUMNS = [
  "title",
  "status",
  "window_start",
  "window_finish",
  "effort_weeks",
  "lane",
  "theme",
  "owner",
];
const asking: Asking = {
  codes: ASKED,
  ask: async (fault) => {
    const said = await askedFor(fault);
    return said && { ...said };
  },
};
const DRAWN = ["colour", "columns", "rows"] as const;

/** Which of a roadmap's views is shown, and how: what the address says, else what the saved view does. */
export function useRoadmapList(productId: string, said: Partial<RoadmapView>) {
  const list = useList("initiative", productId, COLUMNS);
  const setOf = useOpening(["view", ...DRAWN]);
  const { layout, settings = {} } = list.view?.config ?? {};
  const view: RoadmapView = {
    ...said,
    view: said.view ?? oneOf(VIEWS, layout) ?? "timeline",
    colour: said.colour ?? readField(settings.colour),
    columns: said.columns ?? readField(settings.columns),
    rows: said.rows ?? readField(settings.rows),
  };
  const chosen = list.view
    ? view.view !== layout
    : Boolean(said.colour || said.columns || said.rows);
  const differs = DRAWN.some((name) => list.view && view[name] !== readField(settings[name]));
  const adapt = (held: List): List => ({
    ...held,
    layout: view.view,
    settings: drawnWith(view),
    asking,
    isChanged: held.isChanged || chosen || differs,
    set: setOf(held),
  });
  return { list: adapt(list), adapt, view };
}

function drawnWith({ colour, columns, rows }: RoadmapView): Record<string, string> {
  return { ...(colour && { colour }), ...(columns && { columns }), ...(rows && { rows }) };
}
