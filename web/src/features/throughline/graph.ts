import type { ElkNode } from "elkjs/lib/elk-api";
import type { Line } from "./throughline";

export const CARD = { width: 224, height: 76 } as const;

export interface Spot {
  x: number;
  y: number;
}

/** The throughline as elk reads it: evidence at the left, work at the right. */
export function elkGraphOf({ nodes, edges }: Line): ElkNode {
  return {
    id: "line",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.layered.spacing.nodeNodeBetweenLayers": "88",
      "elk.spacing.nodeNode": "16",
      "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    },
    children: nodes.map(({ id }) => ({ id, ...CARD })),
    edges: edges.map((edge) => ({
      id: edgeId(edge),
      sources: [edge.reason],
      targets: [edge.consequence],
    })),
  };
}

export function edgeId(edge: { type: string; source: string; target: string }): string {
  return `${edge.type}:${edge.source}:${edge.target}`;
}

/** How tall the picture is when nothing is scaled. */
export function heightOf(spots: ReadonlyMap<string, Spot>): number {
  return Math.max(0, ...[...spots.values()].map(({ y }) => y)) + CARD.height;
}

/** Where elk put each node. */
export function spotsOf(laidOut: ElkNode): Map<string, Spot> {
  return new Map((laidOut.children ?? []).map(({ id, x, y }) => [id, { x: x ?? 0, y: y ?? 0 }]));
}
