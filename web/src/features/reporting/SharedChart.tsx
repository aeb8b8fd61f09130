import { useMemo } from "react";
import { usePalette } from "@/features/core/usePalette";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { GanttChart } from "@/timeline/GanttChart";
import { minuteOf } from "@/timeline/geometry/time";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import type { Shared, SharedRoadmap, SharedTimeline } from "./shared";
import { sharedItems, sharedLanes, sharedLinks, sharedRows } from "./sharedRows";

interface Props {
  shared: Shared;
  view: "chart" | "table";
  zoom: string | undefined;
  onZoom: (zoom: string) => void;
}

export function SharedChart({ shared, ...rest }: Props) {
  if (shared.roadmap) return <Roadmap roadmap={shared.roadmap} label={shared.title} {...rest} />;
  if (shared.timeline)
    return <Timeline timeline={shared.timeline} label={shared.title} {...rest} />;
  return null;
}

interface ChartProps {
  label: string;
  view: "chart" | "table";
  zoom: string | undefined;
  onZoom: (zoom: string) => void;
}

function Roadmap({ roadmap, label, view, zoom, onZoom }: ChartProps & { roadmap: SharedRoadmap }) {
  const palette = usePalette();
  const lanes = useMemo(() => sharedLanes(roadmap), [roadmap]);
  const items = useMemo(() => sharedItems(roadmap), [roadmap]);
  return (
    <RoadmapTimeline
      lanes={lanes}
      items={items}
      label={label}
      palette={palette}
      view={view}
      zoom={readZoom(zoom)}
      onZoom={(perDay) => onZoom(writeZoom(perDay))}
      readOnly
    />
  );
}

function Timeline({
  timeline,
  label,
  view,
  zoom,
  onZoom,
}: ChartProps & { timeline: SharedTimeline }) {
  const palette = usePalette();
  const rows = useMemo(() => sharedRows(timeline), [timeline]);
  const links = useMemo(() => sharedLinks(timeline), [timeline]);
  return (
    <GanttChart
      rows={rows}
      links={links}
      label={label}
      palette={palette}
      deadline={timeline.deadline ? minuteOf(timeline.deadline) : null}
      columns={["wbs", "title", "start", "finish"]}
      view={view}
      zoom={readZoom(zoom)}
      onZoom={(perDay) => onZoom(writeZoom(perDay))}
      readOnly
    />
  );
}
