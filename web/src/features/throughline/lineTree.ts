import { grouped } from "@/ui/grouped";
import type { Line, LineEdge, LineNode } from "./throughline";

/** A step away from the focus, and what lies beyond it. */
export interface Branch {
  node: LineNode;
  /** The link's type, and whether the focus's side is its source. */
  type: string;
  isForward: boolean;
  /** Told in full elsewhere in this tree, so not opened again here. */
  isRepeat: boolean;
  branches: Branch[];
}

export type Way = "why" | "how";

/** The throughline as an outline: upward through reasons, or downward through consequences. */
export function lineTree({ focus, nodes, edges }: Line, way: Way): Branch[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const near = (edge: LineEdge) => (way === "why" ? edge.consequence : edge.reason);
  const far = (edge: LineEdge) => (way === "why" ? edge.reason : edge.consequence);
  const stepsFrom = grouped(edges, near);
  const told = new Set([focus.id]);

  const branchesOf = (id: string): Branch[] => {
    const branches: Branch[] = [];
    for (const edge of stepsFrom.get(id) ?? []) {
      const node = nodeOf.get(far(edge));
      if (!node) continue;
      const isRepeat = told.has(node.id);
      told.add(node.id);
      branches.push({
        node,
        type: edge.type,
        isForward: edge.source === id,
        isRepeat,
        branches: isRepeat ? [] : branchesOf(node.id),
      });
    }
    return branches;
  };
  return branchesOf(focus.id);
}
