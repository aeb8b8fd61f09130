/** What the roadmap's address says. */
export interface RoadmapView {
  view: "timeline" | "table" | "horizon";
  /** A named level, or pixels per day. */
  zoom?: string;
  sort?: string;
}

export function readRoadmapView(search: Record<string, unknown>): Partial<RoadmapView> {
  const { view, zoom, sort } = search;
  return {
    view: view === "table" || view === "horizon" ? view : undefined,
    zoom: zoom === undefined ? undefined : String(zoom),
    sort: typeof sort === "string" && sort !== "" ? sort : undefined,
  };
}
