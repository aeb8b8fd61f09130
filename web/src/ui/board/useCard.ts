import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";

interface Options {
  kind: string;
  id: string;
  /** The row that it stands in, where it may stand in several. */
  from?: string | null;
  canMove: boolean;
  /** Moved by the keyboard, so many places to the right and down. */
  onStep: (dx: number, dy: number) => void;
  onPick?: () => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A card of a board: dragged, or moved with Alt and the arrows; picked with X or a click with Ctrl. */
export function useCard({ kind, id, from = null, canMove, onStep, onPick }: Options) {
  const card = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    if (!card.current || !canMove) return;
    return draggable({
      element: card.current,
      getInitialData: () => ({ kind, id, from }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [kind, id, from, canMove]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const picks = event.key.toLowerCase() === "x" && !event.ctrlKey && !event.metaKey;
    if (picks && onPick) onPick();
    else if (event.altKey && step && canMove) onStep(...step);
    else return;
    event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent) => {
    if (!onPick || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onPick();
  };
  return {
    ref: card,
    "data-dragged": isDragged || undefined,
    "data-moves": canMove || undefined,
    onKeyDown,
    onClickCapture,
  };
}
