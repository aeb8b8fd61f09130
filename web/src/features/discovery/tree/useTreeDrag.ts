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
  /** A finger has rested on the card. */
  onHold: (node: TreeNode) => void;
}

const FAR = 5;
/** A finger never rests quite still. */
const FAR_BY_TOUCH = 12;
const HOLD_MS = 500;

/** Drags a card onto another; a press that goes nowhere is a click, a finger that rests asks for the menu. */
export function useTreeDrag(options: Options) {
  const [held, setHeld] = useState<Held | null>(null);
  const start = useRef<{ x: number; y: number; node: TreeNode; far: number } | null>(null);
  const resting = useRef<number>(undefined);
  const isOver = () => {
    window.clearTimeout(resting.current);
    start.current = null;
  };

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
      const isTouch = event.pointerType === "touch";
      const far = isTouch ? FAR_BY_TOUCH : FAR;
      start.current = { x: event.clientX, y: event.clientY, node, far };
      window.clearTimeout(resting.current);
      if (!isTouch) return;
      resting.current = window.setTimeout(() => {
        start.current = null;
        options.onHold(node);
      }, HOLD_MS);
    },
    follow: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from) return;
      const far = Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y);
      if (!held && far < from.far) return;
      window.clearTimeout(resting.current);
      if (!options.canEdit) return;
      const over = under(event);
      setHeld({ node: from.node, over, why: over && hindrance(from.node, over) });
    },
    end: () => {
      const from = start.current;
      isOver();
      setHeld(null);
      if (!from) return;
      if (!held) options.onClick(from.node);
      else if (held.over && held.why === null) options.onDrop(held.node, held.over);
      else if (held.why && held.why !== "itself") options.onRefused(held.why);
    },
    cancel: () => {
      isOver();
      setHeld(null);
    },
  };
}
