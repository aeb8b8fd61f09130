import type { ReactNode } from "react";
import type { Outcome } from "./gestures/drag";
import type { Palette } from "./palette";
import type {
  AddedColumn,
  ColumnId,
  GanttLayers,
  LinkKind,
  Minute,
  MovedRow,
  RowEdit,
  RowType,
  Span,
  TimelineLink,
  TimelineRow,
  Workday,
  Zoom,
} from "./types";
import type { TimelineWords } from "./words";

/** A callback may answer a promise: the drawn preview goes when it fails, or when `rows` change. */
export type Answer = unknown;

/** What is done to whole rows, by a key or from a menu. */
export type RowsCommand = "split" | "merge" | "clone" | "bulk";

/** What letting go would do: where other rows would come to lie, and all of it in words. */
export interface Foreseen {
  spans: ReadonlyMap<string, Span>;
  words: string;
  /** It would not be taken; the words say why. */
  isRefused?: boolean;
}

export interface GanttEvents {
  onSelect?: (id: string | null) => void;
  onOpen?: (id: string) => void;
  onEdit?: (id: string, edit: RowEdit) => Answer;
  /** A bar was dragged, or moved with Alt and an arrow key. */
  onMove?: (id: string, span: Span) => Answer;
  /** One end of a bar was dragged. */
  onResize?: (id: string, span: Span, end: "start" | "finish") => Answer;
  onProgress?: (id: string, percent: number) => Answer;
  /** Asked while something is dragged, before it is let go of. */
  onForesee?: (outcome: Outcome) => Promise<Foreseen | null>;
  onLink?: (before: string, after: string, kind: LinkKind) => Answer;
  /** Add a row after `afterId` (null: at the end) under `parentId` (null: at the top level). */
  onAdd?: (afterId: string | null, parentId: string | null) => Answer;
  /** Rows come as they stand in the outline: those that are marked, else the chosen one. */
  onIndent?: (ids: readonly string[]) => Answer;
  onOutdent?: (ids: readonly string[]) => Answer;
  onReorder?: (ids: readonly string[], direction: "up" | "down") => Answer;
  onRemove?: (ids: readonly string[]) => Answer;
  onMark?: (ids: readonly string[]) => void;
  /** What the first row has in the column is wanted in all of them. */
  onFill?: (ids: readonly string[], column: ColumnId) => Answer;
  /** Rows were dragged under a parent, after one of its rows (null: first). */
  onDropRows?: (ids: readonly string[], parentId: string | null, afterId: string | null) => Answer;
  /** Text was pasted while this row was chosen (null: none). */
  onPaste?: (text: string, id: string | null) => void;
  onCommand?: (command: RowsCommand, ids: readonly string[]) => void;
  onZoom?: (pixelsPerDay: number) => void;
  onCollapse?: (collapsed: ReadonlySet<string>) => void;
  onGridWidth?: (pixels: number) => void;
  onView?: (view: "chart" | "table") => void;
  onDismissMoved?: () => void;
}

export interface GanttProps extends GanttEvents {
  rows: readonly TimelineRow[];
  links: readonly TimelineLink[];
  /** Spoken name of the chart, for example the project's title. */
  label: string;
  palette: Palette;
  words?: Partial<TimelineWords>;
  /** BCP 47; the browser's by default. */
  locale?: string;
  today?: Minute | null;
  statusDate?: Minute | null;
  /** The project's own deadline: a line across all rows. */
  deadline?: Minute | null;
  /** Asked for the first minute of a day. Monday to Friday by default. */
  isWorkingDay?: (day: Minute) => boolean;
  workday?: Workday;
  /** Give it to control the zoom (for example from the address); "week" at first otherwise. */
  zoom?: Zoom;
  /** Give it to control selection; own state otherwise. */
  selectedId?: string | null;
  collapsed?: ReadonlySet<string>;
  columns?: readonly ColumnId[];
  /** What else may be among the columns; give the same list while it says the same. */
  addedColumns?: readonly AddedColumn[];
  /** What may be written into the column of types, besides the word for a plain task. */
  types?: readonly RowType[];
  gridWidth?: number;
  layers?: Partial<GanttLayers>;
  /** Rows whose dates have just moved, highlighted with their former place. */
  moved?: readonly MovedRow[];
  view?: "chart" | "table";
  /** What else stands at the left of the bar of controls. */
  tools?: ReactNode;
  /** What stands over the drawing, by `useTimelineHere`. */
  overlay?: ReactNode;
  /** Drawn without the bar of controls above it. */
  plain?: boolean;
  readOnly?: boolean;
}
