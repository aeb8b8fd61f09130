import type { RoadmapProps } from "./roadmapProps";

/** The roadmap: initiatives in lanes over time. */
export function RoadmapTimeline({ label }: RoadmapProps) {
  return <section aria-label={label} />;
}
