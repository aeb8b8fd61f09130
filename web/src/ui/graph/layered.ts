import type { ElkNode } from "elkjs/lib/elk-api";

export interface Spot {
  x: number;
  y: number;
}

interface Edge {
  id: string;
  from: string;
  to: string;
}

/** A graph as elk reads it: whatever an edge leaves stands left of what it comes to. */
export function layered(
  ids: readonly string[],
  edges: readonly Edge[],
  card: { width: number; height: number },
): ElkNode {
  return {
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.layered.spacing.nodeNodeBetweenLayers": "88",
      "elk.spacing.nodeNode": "16",
      "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    },
    children: ids.map((id) => ({ id, ...card })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
}

/** Where elk put each node. */
export function spotsOf(laidOut: ElkNode): Map<string, Spot> {
  return new Map((laidOut.children ?? []).map(({ id, x, y }) => [id, { x: x ?? 0, y: y ?? 0 }]));
}
