import type { Edge, Node, ReactFlowInstance } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { FIT, GraphFrame } from "@/ui/graph/GraphFrame";
import type { Spot } from "@/ui/graph/layered";
import { useLayered } from "@/ui/graph/useLayered";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { speaking } from "./edgeLabels";
import { CARD, edgeId, elkGraphOf, heightOf } from "./graph";
import { type LineCardNode, ThroughlineCard } from "./ThroughlineCard";
import type { Line } from "./throughline";
import { useEdgeWord } from "./useEdgeWord";

const NODE_TYPES = { card: ThroughlineCard };
/** Smaller than this nobody reads a card; a long line then starts at its focus instead of whole. */
const READABLE = 0.85;

interface Props {
  line: Line;
}

/** The throughline as a picture: evidence at the left, work at the right, the object itself outlined. */
export default function ThroughlineGraph({ line }: Props) {
  const { t } = useTranslation();
  const edgeWord = useEdgeWord();
  const { data: spots, error } = useLayered(useMemo(() => elkGraphOf(line), [line]));
  const nodes = useMemo(() => (spots ? nodesOf(line, spots) : []), [line, spots]);
  if (error) return <ProblemNote fault={error} />;
  if (!spots) return <LoadingState rows={4} />;
  const speak = speaking(line.edges);
  const edges: Edge[] = line.edges.map((edge) => ({
    id: edgeId(edge),
    source: edge.reason,
    target: edge.consequence,
    label: speak.has(edge) ? edgeWord(edge.type, edge.source === edge.reason) : undefined,
  }));
  return (
    <GraphFrame<LineCardNode>
      label={t("throughline.graph")}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      height={heightOf(spots)}
      onInit={(flow) => void begin(flow, spots.get(line.focus.id))}
    />
  );
}

/** Everything if it can be read like that, else the object itself with what is near it. */
async function begin(flow: ReactFlowInstance<LineCardNode>, focus: Spot | undefined) {
  await flow.fitView(FIT);
  if (!focus || flow.getZoom() >= READABLE) return;
  await flow.setCenter(focus.x + CARD.width / 2, focus.y + CARD.height / 2, { zoom: READABLE });
}

function nodesOf(line: Line, spots: ReadonlyMap<string, Spot>): LineCardNode[] {
  return line.nodes.map((node) => ({
    id: node.id,
    type: "card",
    position: spots.get(node.id) ?? { x: 0, y: 0 },
    data: { node },
    ...CARD,
  })) satisfies Node[] as LineCardNode[];
}
