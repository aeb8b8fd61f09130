import { type PointerEvent, useRef, useState } from "react";
import type { TreeNode } from "./grow";
import type { Layout } from "./layout";
import { type Hindrance, hindrance } from "./moves";
import type { View } from "./useViewport";

export interface Held {
  node: TreeNode;
  over: TreeNode | null;
  /** Why it may not hang there; null: it may. */
  why: Hindrance | null;
}

interface Options {
  frame: { current: HTMLElement | null };
  view: View;
  layout: Layout;
  cardWidth: number;
  nodes: ReadonlyMap<string, TreeNode>;
  canEdit: boolean;
  onDrop: (node: TreeNode, place: TreeNode) => void;
  onRefused: (why: Hindrance) => void;
  onClick: (node: TreeNode) => void;
}

const FAR = 5;

/** Drags a card onto another; a press that goes nowhere is a click. */
export function useTreeDrag(options: Options) {
  const [held, setHeld] = useState<Held | null>(null);
  const start = useRef<{ x: number; y: number; node: TreeNode } | null>(null);

  const under = (event: PointerEvent<HTMLElement>): TreeNode | null => {
    const box = options.frame.current?.getBoundingClientRect();
    const { view, layout, cardWidth, nodes } = options;
    const x = (event.clientX - (box?.left ?? 0) - view.x) / view.zoom;
    const y = (event.clientY - (box?.top ?? 0) - view.y) / view.zoom;
    for (const [id, spot] of layout.spots) {
      const isIn =
        x >= spot.x && x <= spot.x + cardWidth && y >= spot.y && y <= spot.y + spot.height;
      if (isIn) return nodes.get(id) ?? null;
    }
    return null;
  };

  return {
    held,
    begin: (event: PointerEvent<HTMLElement>, node: TreeNode) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, node };
    },
    follow: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from || !options.canEdit) return;
      const far = Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y);
      if (!held && far < FAR) return;
      const over = under(event);
      setHeld({ node: from.node, over, why: over && hindrance(from.node, over) });
    },
    end: () => {
      const from = start.current;
      start.current = null;
      setHeld(null);
      if (!from) return;
      if (!held) options.onClick(from.node);
      else if (held.over && held.why === null) options.onDrop(held.node, held.over);
      else if (held.why && held.why !== "itself") options.onRefused(held.why);
    },
    cancel: () => {
      start.current = null;
      setHeld(null);
    },
  };
}
