import type { ColumnId } from "../types";
import type { After } from "./CellInput";

export interface Cursor {
  id: string;
  column: ColumnId;
}

export interface Editing extends Cursor {
  /** What was typed to begin; null to begin with what the cell holds. */
  draft: string | null;
}

/** With Shift up to the row, with Ctrl the row as well. */
export type Pointing = "only" | "range" | "also";

/** What cells may ask of the grid. Stable, so that rows are not drawn again for nothing. */
export interface GridDeeds {
  domId: string;
  canOpen: boolean;
  point: (id: string, column: ColumnId, how: Pointing) => void;
  /** Begin to drag the row, with the pointer down on it. */
  drag: (id: string, event: PointerEvent) => void;
  edit: (id: string, column: ColumnId, draft: string | null) => void;
  commit: (id: string, column: ColumnId, text: string | null, after: After) => string | null;
  cancel: () => void;
  fold: (id: string, collapsed: boolean) => void;
  open: (id: string) => void;
}
