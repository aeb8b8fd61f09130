import type { GanttProps } from "./ganttProps";

/** The plan: an outline edited like a spreadsheet beside its bars in time. */
export function GanttChart({ label }: GanttProps) {
  return <section aria-label={label} />;
}
