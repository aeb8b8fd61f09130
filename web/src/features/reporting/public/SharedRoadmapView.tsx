import { colourOf } from "@/features/core/laneColours";
import { usePalette } from "@/features/core/usePalette";
import { minuteOf, spanOfWindow } from "@/timeline/geometry/time";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import type { LaneItem } from "@/timeline/types";
import { SharedHorizons } from "./SharedHorizons";
import { SharedLegend } from "./SharedLegend";
import { SharedList } from "./SharedList";
import type { SharedInitiative, SharedRoadmap } from "./shared";

interface Props {
  title: string;
  roadmap: SharedRoadmap;
  layout: "timeline" | "horizons";
  view: "chart" | "table";
}

/** The shared roadmap as a picture; as a list where no dates are shared. */
export function SharedRoadmapView({ title, roadmap, layout, view }: Props) {
  const palette = usePalette();
  const items = roadmap.initiatives.flatMap(itemOf);
  const lanes = roadmap.lanes.map((lane, index) => ({
    ...lane,
    colour: colourOf(lane.colour, index),
  }));
  if (layout === "horizons" && view === "chart") {
    return (
      <>
        <SharedLegend colours={roadmap.colours} />
        <SharedHorizons initiatives={roadmap.initiatives} />
      </>
    );
  }
  if (items.length === 0 || view === "table") {
    return (
      <>
        <SharedLegend colours={roadmap.colours} />
        <SharedList initiatives={roadmap.initiatives} lanes={roadmap.lanes} />
      </>
    );
  }
  return (
    <>
      <SharedLegend colours={roadmap.colours} />
      <RoadmapTimeline
        lanes={lanes}
        items={items}
        label={title}
        palette={palette}
        view="chart"
        plain
        readOnly
      />
    </>
  );
}

function itemOf(initiative: SharedInitiative): LaneItem[] {
  const { id, title, window, lane_id, status, forecast, colour } = initiative;
  if (!window) return [];
  return [
    {
      id,
      title,
      laneId: lane_id ?? null,
      precision: window.precision,
      status: status ?? "planned",
      colour,
      ...spanOfWindow(window),
      forecast: forecast && {
        p50: minuteOf(forecast.p50),
        p85: minuteOf(forecast.p85),
        probability: forecast.probability,
      },
    },
  ];
}
