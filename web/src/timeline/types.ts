/** Minutes since 1970-01-01T00:00 of the plan's own wall clock, written as if it were UTC. */
export type Minute = number;

/** A stretch of time. `finish` is where it ends, not the last day in it. */
export interface Span {
  start: Minute;
  finish: Minute;
}

/** The chance of finishing: half of all simulated runs end by `p50`, 85 % by `p85`. */
export interface Forecast {
  p50: Minute;
  p85: Minute;
  /** Chance, 0 to 1, of meeting the target; null where there is no target. */
  probability?: number | null;
}

export type RowKind = "task" | "summary" | "milestone";

/** One line of the Gantt. Rows come in outline order: a parent before its children. */
export interface TimelineRow {
  id: string;
  parentId: string | null;
  wbs: string;
  title: string;
  kind: RowKind;
  /** The name of its type of work; none where it is a plain task. */
  typeName?: string;
  /** Null while a row has no computed dates. */
  start: Minute | null;
  finish: Minute | null;
  /** Working minutes. */
  durationMinutes: number;
  /** Of a summary: what it was estimated at itself, and what of that none of its tasks takes up. Working minutes. */
  ownMinutes?: number | null;
  unallocatedMinutes?: number | null;
  /** 0 to 100. */
  percentComplete: number;
  critical?: boolean;
  /** It keeps its dates, and nobody works on it. */
  inactive?: boolean;
  /** So little slack that it may become critical. */
  nearCritical?: boolean;
  /** Working minutes; null where unknown. Negative when a deadline or constraint cannot be met. */
  slackMinutes?: number | null;
  /** Where the slack ends, on the wall clock. The tail is drawn up to here. */
  lateFinish?: Minute | null;
  deadline?: Minute | null;
  baseline?: Span | null;
  /** Working minutes by which the row starts and finishes later than its baseline. */
  startVariance?: number | null;
  finishVariance?: number | null;
  forecast?: Forecast | null;
  /** Dates set by hand. */
  manual?: boolean;
  /** Short words after the bar, for example who works on it. */
  note?: string;
  /** False forbids editing this row only. */
  editable?: boolean;
}

export type LinkKind = "FS" | "SS" | "FF" | "SF";
export type LagUnit = "working" | "elapsed" | "percent";

export interface TimelineLink {
  id: string;
  before: string;
  after: string;
  kind: LinkKind;
  /** Minutes; for `percent`, a percentage of the predecessor's duration. */
  lagMinutes: number;
  lagUnit: LagUnit;
  /** True where this link sets the successor's date. */
  driving?: boolean;
}

export interface Lane {
  id: string;
  title: string;
  /** `#rrggbb`. */
  colour: string;
}

export type ItemStatus = "idea" | "planned" | "committed" | "in_progress" | "done";
export type Precision = "day" | "month" | "quarter";

/** One initiative, or with `milestone` one launch or date, on the roadmap. */
export interface LaneItem {
  id: string;
  key?: string;
  laneId: string | null;
  title: string;
  start: Minute;
  finish: Minute;
  precision: Precision;
  status: ItemStatus;
  milestone?: boolean;
  forecast?: Forecast | null;
  /** `#rrggbb`; the lane's colour otherwise. */
  colour?: string;
  /** Where it stood at the moment that is compared with. */
  ghost?: Span | null;
  /** It was there at the moment that is compared with, and is no more. */
  gone?: boolean;
  /** From the first to the last day of what it contains. */
  rollup?: Span | null;
  /** By when it was promised to whom; a window that ends later breaks it. */
  promises?: readonly { due: Minute; name: string }[];
  /** False forbids editing this item only. */
  editable?: boolean;
}

export interface ItemLink {
  id: string;
  before: string;
  after: string;
}

export const ZOOM_LEVELS = ["hour", "day", "week", "month", "quarter", "year"] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];
/** A named level or pixels per day. */
export type Zoom = ZoomLevel | number;

/** How long a working day and week are, for reading and writing durations. */
export interface Workday {
  minutesPerDay: number;
  daysPerWeek: number;
}

/** Where a row stood before the last edit moved it. */
export interface MovedRow {
  id: string;
  wasStart: Minute;
  wasFinish: Minute;
}

export interface Predecessor {
  before: string;
  kind: LinkKind;
  lagMinutes: number;
  lagUnit: LagUnit;
}

/** One cell, edited. */
export type RowEdit =
  | { field: "title"; value: string }
  | { field: "type"; value: string | null }
  | { field: "durationMinutes"; value: number }
  | { field: "ownMinutes"; value: number }
  | { field: "start"; value: Minute }
  | { field: "finish"; value: Minute }
  | { field: "percentComplete"; value: number }
  | { field: "predecessors"; value: Predecessor[] }
  | { field: "added"; column: AddedId; value: unknown };

export type ColumnId = BuiltInColumn | AddedId;

export type BuiltInColumn =
  | "wbs"
  | "type"
  | "title"
  | "duration"
  | "own"
  | "unallocated"
  | "start"
  | "finish"
  | "percent"
  | "predecessors"
  | "slack"
  | "baselineStart"
  | "baselineFinish"
  | "startVariance"
  | "finishVariance";

export type AddedId = `field.${string}`;

/** A column that whoever draws the rows adds to those the outline knows. What it says is asked only of rows in view. */
export interface AddedColumn {
  id: AddedId;
  title: string;
  width: number;
  numeric?: boolean;
  text: (id: string) => string;
  /** What an edited cell begins with, where that is not its text. */
  draft?: (id: string) => string;
  /** What may be written, offered while one writes. */
  offers?: (id: string) => readonly string[];
  /** What was written, or why it cannot be read; none: nothing can be written. */
  read?: (text: string, id: string) => { value: unknown } | { fault: string };
  /** Rows that have it; all where it is not said. */
  isOf?: (row: Pick<TimelineRow, "id" | "kind">) => boolean;
}

/** A type that rows may be given. */
export interface RowType {
  id: string;
  title: string;
}

/** Which parts of the Gantt are drawn. All but the baseline are by default. */
export interface GanttLayers {
  links: boolean;
  critical: boolean;
  slack: boolean;
  baseline: boolean;
  forecast: boolean;
  labels: boolean;
}
