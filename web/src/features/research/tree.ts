import { grouped } from "@/ui/grouped";
export interface InTree {
  id: string;
  parent_id: string | null;
}

export interface TreeRow<T> {
  item: T;
  depth: number;
  /** How many stand directly below it. */
  children: number;
  isOpen: boolean;
}

/**
 * The rows of an outline, parents before children, each level in the given order. A row whose parent is not
 * among the items stands at the top, so that a search never hides what it found.
 */
export function treeRows<T extends InTree>(
  items: readonly T[],
  closed: ReadonlySet<string>,
): TreeRow<T>[] {
  const known = new Set(items.map(({ id }) => id));
  const below = grouped(items, ({ parent_id }) =>
    parent_id !== null && known.has(parent_id) ? parent_id : null,
  );
  const rows: TreeRow<T>[] = [];
  const add = (parent: string | null, depth: number) => {
    for (const item of below.get(parent) ?? []) {
      const children = below.get(item.id)?.length ?? 0;
      const isOpen = !closed.has(item.id);
      rows.push({ item, depth, children, isOpen });
      if (isOpen) add(item.id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** The item and all below it: what it cannot be put under. */
export function branchOf(items: readonly InTree[], id: string): Set<string> {
  const branch = new Set([id]);
  const below = grouped(items, ({ parent_id }) => parent_id);
  const add = (parent: string) => {
    for (const item of below.get(parent) ?? []) {
      branch.add(item.id);
      add(item.id);
    }
  };
  add(id);
  return branch;
}
