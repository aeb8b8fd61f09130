import { useEffect, useRef } from "react";
import type { Span } from "../types";

/** A preview that nobody answers is dropped after this. */
const PATIENCE_MS = 4000;
/** After a promise is kept, the rows that carry its effect may still be on their way. */
const GRACE_MS = 1500;

export interface Pending {
  spans: ReadonlyMap<string, Span>;
  hold: (id: string, span: Span, answer: unknown) => void;
}

/** Spans let go of stay where they were dropped until `source` changes or the answer is no. */
export function usePending(source: unknown, repaint: () => void): Pending {
  const spans = useRef(new Map<string, Span>());
  const seen = useRef(source);
  if (seen.current !== source) {
    seen.current = source;
    spans.current.clear();
  }
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);
  const hold = (id: string, span: Span, answer: unknown) => {
    spans.current.set(id, span);
    const drop = () => {
      if (spans.current.get(id) !== span) return;
      spans.current.delete(id);
      repaint();
    };
    const dropIn = (ms: number) => timers.current.add(setTimeout(drop, ms));
    if (answer instanceof Promise) answer.then(() => dropIn(GRACE_MS), drop);
    else dropIn(PATIENCE_MS);
  };
  return { spans: spans.current, hold };
}
