import type { ElkNode } from "elkjs/lib/elk-api";
import { layered, type Spot } from "@/ui/graph/layered";
import type { Line } from "./throughline";

export const CARD = { width: 224, height: 76 } as const;

/** The throughline as elk reads it: evidence at the left, work at the right. */
export function elkGraphOf({ nodes, edges }: Line): ElkNode {
  return layered(
    nodes.map(({ id }) => id),
    edges.map((edge) => ({ id: edgeId(edge), from: edge.reason, to: edge.consequence })),
    CARD,
  );
}

export function edgeId(edge: { type: string; source: string; target: string }): string {
  return `${edge.type}:${edge.source}:${edge.target}`;
}

/** How tall the picture is when nothing is scaled. */
export function heightOf(spots: ReadonlyMap<string, Spot>): number {
  return Math.max(0, ...[...spots.values()].map(({ y }) => y)) + CARD.height;
}
