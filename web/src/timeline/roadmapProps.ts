import type { Answer } from "./ganttProps";
import type { Palette } from "./palette";
import type { ItemLink, Lane, LaneItem, Minute, Span, Zoom } from "./types";
import type { TimelineWords } from "./words";

export interface RoadmapEvents {
  onSelect?: (id: string | null) => void;
  /** Clicked with Ctrl or Shift held, or marked with X: one more of several. */
  onPick?: (id: string) => void;
  /** Drawn from one item to another: the second waits for the first. */
  onLink?: (before: string, after: string) => void;
  onOpen?: (id: string) => void;
  /** Dragged, within its lane or to another one. The span is snapped to the item's precision. */
  onMove?: (id: string, place: Span & { laneId: string | null }) => Answer;
  onResize?: (id: string, span: Span, end: "start" | "finish") => Answer;
  /** Something carried here from elsewhere on the page was dropped; `carries` is its type. */
  onPlace?: (data: string, laneId: string | null, span: Span) => void;
  /** A double click on an empty place: the span is one unit of the zoom shown. */
  onAdd?: (laneId: string | null, span: Span) => void;
  onZoom?: (pixelsPerDay: number) => void;
  onView?: (view: "chart" | "table") => void;
}

export interface RoadmapProps extends RoadmapEvents {
  lanes: readonly Lane[];
  items: readonly LaneItem[];
  links?: readonly ItemLink[];
  /** Spoken name, for example the product's title. */
  label: string;
  palette: Palette;
  words?: Partial<TimelineWords>;
  locale?: string;
  today?: Minute | null;
  /** "quarter" at first unless given. Hours and days are not offered. */
  zoom?: Zoom;
  selectedId?: string | null;
  /** Those that are picked together: dragging one moves all. */
  pickedIds?: ReadonlySet<string>;
  view?: "chart" | "table";
  /** The type of what may be dropped here from elsewhere on the page. */
  carries?: string;
  plain?: boolean;
  readOnly?: boolean;
}
