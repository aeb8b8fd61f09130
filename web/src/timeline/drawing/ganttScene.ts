import type { Foreseen } from "../ganttProps";
import { HEADER_HEIGHT, hasDates, ROW_HEIGHT } from "../geometry/bars";
import type { DrivingPath } from "../geometry/driving";
import type { PlacedLink } from "../geometry/linkIndex";
import type { Outline } from "../geometry/outline";
import type { Gesture } from "../gestures/drag";
import { previewOf } from "../gestures/drag";
import type { Palette } from "../palette";
import type { GanttLayers, Minute, MovedRow, Span, TimelineRow } from "../types";
import type { View } from "../view/viewStore";
import type { TimelineWords } from "../words";

/** Everything a frame of the Gantt is drawn from. */
export interface GanttScene {
  view: View;
  outline: Outline;
  links: readonly PlacedLink[];
  palette: Palette;
  layers: GanttLayers;
  locale: string;
  words: TimelineWords;
  today: Minute | null;
  statusDate: Minute | null;
  deadline: Minute | null;
  isWorkingDay: (day: Minute) => boolean;
  moved: ReadonlyMap<string, MovedRow>;
  /** Spans let go of, not answered yet. */
  pending: ReadonlyMap<string, Span>;
  /** What letting go of what is dragged would do. */
  foreseen: Foreseen | null;
  /** What decides where the chosen row starts, back to the first. */
  path: DrivingPath;
  selectedId: string | null;
  hoveredId: string | null;
  focused: boolean;
  gesture: Gesture;
  readOnly: boolean;
}

export const topOf = (scene: GanttScene, index: number): number =>
  HEADER_HEIGHT + index * ROW_HEIGHT - scene.view.scrollTop;

export const middleOf = (scene: GanttScene, index: number): number =>
  topOf(scene, index) + ROW_HEIGHT / 2;

/** A row as it is shown now: dragged, let go of, or as planned. */
export function shownRow(scene: GanttScene, row: TimelineRow): (TimelineRow & Span) | null {
  if (!hasDates(row)) return null;
  const span =
    previewOf(scene.gesture, row.id) ??
    scene.pending.get(row.id) ??
    scene.foreseen?.spans.get(row.id);
  return span ? { ...row, ...span } : row;
}

/** What a row lies on, where that is not the plain surface. */
export function groundOf(scene: GanttScene, row: TimelineRow): string | null {
  if (row.id === scene.selectedId) return scene.palette.rowChosen;
  if (scene.moved.has(row.id) || scene.foreseen?.spans.has(row.id)) return scene.palette.rowMoved;
  return row.id === scene.hoveredId ? scene.palette.rowHover : null;
}
