import { type RefObject, useEffect, useState } from "react";
import type { Passage } from "./highlights";

export interface Selected {
  passage: Passage;
  /** Where the selection ends, from the corner of the text. */
  x: number;
  y: number;
}

const AROUND = 40;
const LONGEST = 2_000;

/** What is selected in the text, by pointer, finger or keys; nothing while it is being edited. */
export function useSelectedPassage(frame: RefObject<HTMLElement | null>): Selected | undefined {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    const look = () => setSelected(frame.current ? selectedIn(frame.current) : undefined);
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [frame]);
  return selected;
}

function selectedIn(frame: HTMLElement): Selected | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  // A triple click selects up to the next text, which may stand below this one.
  if (frame.contains(range.startContainer) && !frame.contains(range.endContainer))
    range.setEnd(frame, frame.childNodes.length);
  const within = elementOf(range.commonAncestorContainer);
  if (!within || !frame.contains(within) || within.closest("[contenteditable=true]"))
    return undefined;
  const quote = selection.toString().trim();
  if (quote === "" || quote.length > LONGEST) return undefined;
  const rects = range.getClientRects();
  const last = rects[rects.length - 1] ?? range.getBoundingClientRect();
  const corner = frame.getBoundingClientRect();
  return {
    passage: { quote, ...around(frame, range) },
    x: last.right - corner.left,
    y: last.bottom - corner.top,
  };
}

function around(frame: HTMLElement, range: Range): Pick<Passage, "before" | "after"> {
  const before = document.createRange();
  before.setStart(frame, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(frame, frame.childNodes.length);
  return {
    before: before.toString().slice(-AROUND),
    after: after.toString().slice(0, AROUND),
  };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
