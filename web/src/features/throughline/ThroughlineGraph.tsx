import { useComputedColorScheme } from "@mantine/core";
import { Controls, type Edge, type Node, ReactFlow, type ReactFlowInstance } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { speaking } from "./edgeLabels";
import { CARD, edgeId, heightOf, type Spot } from "./graph";
import { type LineCardNode, ThroughlineCard } from "./ThroughlineCard";
import classes from "./ThroughlineGraph.module.css";
import type { Line } from "./throughline";
import { useEdgeWord } from "./useEdgeWord";
import { useLayout } from "./useLayout";

const NODE_TYPES = { card: ThroughlineCard };
const LABEL = { fill: "var(--mantine-color-dimmed)", fontSize: 12 };
const LABEL_BACK = { fill: "var(--nl-surface-quiet)" };
const FIT = { maxZoom: 1, minZoom: 0.2, padding: 0.06 };
/** Smaller than this nobody reads a card; a long line then starts at its focus instead of whole. */
const READABLE = 0.85;

interface Props {
  line: Line;
}

/** The throughline as a picture: evidence at the left, work at the right, the object itself outlined. */
export default function ThroughlineGraph({ line }: Props) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme();
  const edgeWord = useEdgeWord();
  const { data: spots, error } = useLayout(line);
  const nodes = useMemo(() => (spots ? nodesOf(line, spots) : []), [line, spots]);
  if (error) return <ProblemNote fault={error} />;
  if (!spots) return <LoadingState rows={4} />;
  const speak = speaking(line.edges);
  const edges: Edge[] = line.edges.map((edge) => ({
    id: edgeId(edge),
    source: edge.reason,
    target: edge.consequence,
    label: speak.has(edge) ? edgeWord(edge.type, edge.source === edge.reason) : undefined,
    labelBgStyle: LABEL_BACK,
    labelStyle: LABEL,
    focusable: false,
  }));
  return (
    <section
      className={classes.frame}
      style={{ "--line-height": `${heightOf(spots)}px` } as CSSProperties}
      aria-label={t("throughline.graph")}
    >
      <ReactFlow<LineCardNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={scheme}
        fitViewOptions={FIT}
        onInit={(flow) => void begin(flow, spots.get(line.focus.id))}
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
      >
        <Controls
          showInteractive={false}
          aria-label={t("throughline.zoom")}
          className={classes.controls}
        />
      </ReactFlow>
    </section>
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
