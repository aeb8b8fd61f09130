import type { TreeNode } from "./grow";
import type { Branch } from "./layout";

/** The id of the card that is being written. */
export const NEW = "new";
const LINE = 18;
/** Letters that surely fit on the first of a card's two lines. */
const FIRST_LINE = 30;
const DRAFT = 108;

/** The tree as it is laid out: without what is folded, with the card that is being written. */
export function drawn(
  forest: readonly TreeNode[],
  closed: ReadonlySet<string>,
  growing?: string,
): Branch[] {
  return forest.map((node) => {
    const children = closed.has(node.id) ? [] : drawn(node.children, closed, growing);
    const fresh = node.id === growing ? [{ id: NEW, height: DRAFT, children: [] }] : [];
    return { id: node.id, height: heightOf(node), children: [...children, ...fresh] };
  });
}

/** Room for the head and one or two lines of title. */
export function heightOf({ subject }: TreeNode): number {
  const letters = subject.kind === "loose" ? 0 : subject.object.title.length;
  return 40 + LINE * (letters > FIRST_LINE ? 2 : 1);
}
