import { NEW } from "./drawn";
import type { TreeNode } from "./grow";
import { edgePath, type Spot } from "./layout";
import classes from "./Tree.module.css";

interface Props {
  seen: readonly TreeNode[];
  spots: ReadonlyMap<string, Spot>;
  /** The node below which a card is being written. */
  growing: TreeNode | undefined;
}

/** The lines between the cards that are seen. */
export function Edges({ seen, spots, growing }: Props) {
  const pairs = seen.map(({ id, parent }) => [parent?.id, id]);
  if (growing) pairs.push([growing.id, NEW]);
  return (
    <svg className={classes.edges} aria-hidden="true">
      {pairs.map(([above, below]) => {
        const from = spots.get(above ?? "");
        const to = spots.get(below ?? "");
        return from && to && <path key={below} d={edgePath(from, to)} />;
      })}
    </svg>
  );
}
