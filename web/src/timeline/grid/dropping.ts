import type { OutlineRow } from "../geometry/outline";

export interface Drop {
  /** The line above which they would stand, counted in the rows in view. */
  gap: number;
  level: number;
  parentId: string | null;
  afterId: string | null;
}

/** Where rows that are dragged to a gap would stand, as near to a level as the outline allows there. */
export function dropAt(
  visible: readonly OutlineRow[],
  dragged: ReadonlySet<string>,
  gap: number,
  level: number,
): Drop {
  const isOutside = outsideOf(dragged);
  const above = visible.slice(0, gap).filter(isOutside);
  const below = visible.slice(gap).find(isOutside);
  const last = above.at(-1);
  const most = last ? last.level + (last.hasChildren && last.collapsed ? 0 : 1) : 0;
  const own = Math.max(below?.level ?? 0, Math.min(level, most));
  for (const line of above.reverse()) {
    if (line.level === own)
      return { gap, level: own, parentId: line.row.parentId, afterId: line.row.id };
    if (line.level < own) return { gap, level: own, parentId: line.row.id, afterId: null };
  }
  return { gap, level: 0, parentId: null, afterId: null };
}

/** Rows come parents first, so what hangs on a dragged one is met after it. */
function outsideOf(dragged: ReadonlySet<string>) {
  const inside = new Set(dragged);
  return ({ row }: OutlineRow): boolean => {
    if (row.parentId !== null && inside.has(row.parentId)) inside.add(row.id);
    return !inside.has(row.id);
  };
}
