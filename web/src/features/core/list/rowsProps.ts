import type { ReactNode } from "react";
import type { Selection } from "@/ui/list/selection";
import type { ListItem } from "@/ui/list/types";
import type { Edits } from "./useEdits";
import type { List } from "./useList";
import type { Rows } from "./useRows";

/** What a drawing of the rows is given, as a table or as cards. */
export interface RowsProps {
  list: List;
  rows: Rows;
  edits: Edits;
  cells: Record<string, (item: ListItem) => ReactNode>;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}
