import { useComputedColorScheme } from "@mantine/core";
import {
  Controls,
  type Edge,
  type Node,
  type NodeTypes,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import type { CSSProperties, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./GraphFrame.module.css";

const LABEL = { fill: "var(--mantine-color-dimmed)", fontSize: 12 };
const LABEL_BACK = { fill: "var(--nl-surface-quiet)" };
// Its licence (MIT) asks for no mark in the picture.
const UNSIGNED = { hideAttribution: true };
export const FIT = { maxZoom: 1, minZoom: 0.2, padding: 0.06 };

interface Props<T extends Node> {
  label: string;
  nodes: T[];
  edges: readonly Edge[];
  nodeTypes: NodeTypes;
  /** How tall the picture is when nothing is scaled; without it the frame fills its place. */
  height?: number;
  onInit: (flow: ReactFlowInstance<T>) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A picture of cards and lines that is moved and zoomed, but not edited. */
export function GraphFrame<T extends Node>(props: Props<T>) {
  const { label, nodes, edges, nodeTypes, height, onInit, onKeyDown } = props;
  const { t } = useTranslation();
  const scheme = useComputedColorScheme();
  return (
    <section
      className={classes.frame}
      data-filling={height === undefined || undefined}
      style={{ "--graph-height": `${height ?? 0}px` } as CSSProperties}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <ReactFlow<T>
        nodes={nodes}
        edges={edges.map((edge) => ({
          focusable: false,
          labelBgStyle: LABEL_BACK,
          labelStyle: LABEL,
          ...edge,
        }))}
        nodeTypes={nodeTypes}
        colorMode={scheme}
        fitViewOptions={FIT}
        onInit={onInit}
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        preventScrolling={height === undefined}
        zoomOnScroll={height === undefined}
        disableKeyboardA11y
        proOptions={UNSIGNED}
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
