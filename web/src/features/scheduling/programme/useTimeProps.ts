import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { nowMinute } from "@/timeline/geometry/time";
import type { ProgrammeView } from "./ProgrammePage";

/** How either chart of the projects shows time, and what of it the address keeps. */
export function useTimeProps(
  view: ProgrammeView,
  onView: (change: Partial<ProgrammeView>) => void,
) {
  return {
    palette: usePalette(),
    locale: useLocale(),
    today: nowMinute(),
    zoom: readZoom(view.zoom) ?? "quarter",
    onZoom: (perDay: number) => onView({ zoom: writeZoom(perDay) }),
    view: view.table ? ("table" as const) : ("chart" as const),
    onView: (next: "chart" | "table") => onView({ table: next === "table" || undefined }),
  };
}
