import type { TreeNode } from "./grow";

export type Step = { go: string } | { open: string } | { close: string } | null;

/** What an arrow key, Home or End does from a node: the tree pattern of WAI-ARIA. */
export function step(
  key: string,
  node: TreeNode,
  rows: readonly TreeNode[],
  closed: ReadonlySet<string>,
): Step {
  const at = rows.indexOf(node);
  const go = (to: TreeNode | null | undefined): Step => (to ? { go: to.id } : null);
  const isOpen = node.children.length > 0 && !closed.has(node.id);
  switch (key) {
    case "ArrowDown":
      return go(rows[at + 1]);
    case "ArrowUp":
      return go(rows[at - 1]);
    case "ArrowRight":
      if (isOpen) return go(node.children[0]);
      return node.children.length > 0 ? { open: node.id } : null;
    case "ArrowLeft":
      if (isOpen) return { close: node.id };
      return go(node.parent);
    case "Home":
      return go(rows[0]);
    case "End":
      return go(rows.at(-1));
    default:
      return null;
  }
}
