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

/** What cells may ask of the grid. Stable, so that rows are not drawn again for nothing. */
export interface GridDeeds {
  domId: string;
  canOpen: boolean;
  point: (id: string, column: ColumnId) => void;
  edit: (id: string, column: ColumnId, draft: string | null) => void;
  commit: (id: string, column: ColumnId, text: string | null, after: After) => string | null;
  cancel: () => void;
  fold: (id: string, collapsed: boolean) => void;
  open: (id: string) => void;
}
