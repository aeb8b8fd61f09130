import { ROW_HEIGHT } from "../geometry/bars";
import { type Outline, type OutlineRow, windowOf } from "../geometry/outline";
import { useView } from "../view/useView";
import type { ViewStore } from "../view/viewStore";

export interface GridLine {
  key: string;
  index: number;
  line: OutlineRow;
}

/** Rows in view by slots, so that scrolling changes their words instead of making them anew. */
export function useGridLines(
  store: ViewStore,
  outline: Outline,
  editedId: string | null,
): GridLine[] {
  const count = outline.visible.length;
  const shown = useView(store, (view) => {
    const { first, end } = windowOf(view, count, ROW_HEIGHT, 1);
    return `${first} ${end}`;
  });
  const slots = useView(store, (view) => Math.ceil(view.height / ROW_HEIGHT) + 4);
  const [first = 0, end = 0] = shown.split(" ").map(Number);
  const lines = outline.visible.slice(first, end).map((line, i) => {
    const index = first + i;
    const key = line.row.id === editedId ? `edit ${editedId}` : `${index % slots}`;
    return { key, index, line };
  });
  const place = editedId === null ? undefined : outline.placeOf.get(editedId);
  const away = place !== undefined && (place < first || place >= end);
  const line = away ? outline.visible[place] : undefined;
  // A cell scrolled away while it is edited keeps what was typed.
  return line && away ? [...lines, { key: `edit ${editedId}`, index: place, line }] : lines;
}
