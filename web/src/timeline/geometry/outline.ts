import type { TimelineRow } from "../types";

export interface OutlineRow {
  row: TimelineRow;
  /** 0 at the top. */
  level: number;
  hasChildren: boolean;
  collapsed: boolean;
}

export interface Outline {
  /** Rows not hidden inside a collapsed one, top to bottom. */
  visible: OutlineRow[];
  byId: Map<string, TimelineRow>;
  /** For every row, hidden ones too, the index of the visible row that stands for it. */
  placeOf: Map<string, number>;
}

/** Flattens rows given in outline order. */
export function outlineOf(rows: readonly TimelineRow[], collapsed: ReadonlySet<string>): Outline {
  const parents = foldable(rows);
  const levels = new Map<string, number>();
  const hidden = new Set<string>();
  const outline: Outline = { visible: [], byId: new Map(), placeOf: new Map() };
  for (const row of rows) {
    const parent = row.parentId;
    const level = parent === null ? 0 : (levels.get(parent) ?? -1) + 1;
    levels.set(row.id, level);
    outline.byId.set(row.id, row);
    if (parent !== null && (hidden.has(parent) || collapsed.has(parent))) {
      hidden.add(row.id);
      outline.placeOf.set(row.id, outline.placeOf.get(parent) ?? 0);
      continue;
    }
    const hasChildren = parents.has(row.id);
    outline.placeOf.set(row.id, outline.visible.length);
    outline.visible.push({
      row,
      level,
      hasChildren,
      collapsed: hasChildren && collapsed.has(row.id),
    });
  }
  return outline;
}

/** The ids of all rows with children. */
export function foldable(rows: readonly TimelineRow[]): Set<string> {
  const parents = new Set<string>();
  for (const row of rows) if (row.parentId !== null) parents.add(row.parentId);
  return parents;
}

export interface RowWindow {
  first: number;
  /** One past the last. */
  end: number;
}

/** The rows that a viewport of `height` at `scrollTop` shows, with `extra` on both sides. */
export function windowOf(
  view: { scrollTop: number; height: number },
  count: number,
  rowHeight: number,
  extra = 0,
): RowWindow {
  const first = Math.floor(view.scrollTop / rowHeight) - extra;
  const end = Math.ceil((view.scrollTop + view.height) / rowHeight) + extra;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** The scroll position that shows row `index` whole, moving as little as possible. */
export function scrollTo(
  index: number,
  view: { scrollTop: number; height: number },
  rowHeight: number,
): number {
  const top = index * rowHeight;
  if (top < view.scrollTop) return top;
  if (top + rowHeight > view.scrollTop + view.height) return top + rowHeight - view.height;
  return view.scrollTop;
}
