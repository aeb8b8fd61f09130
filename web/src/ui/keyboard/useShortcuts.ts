import { useEffect, useRef } from "react";
import { type Binding, isTaken, step, type Waiting } from "./sequence";

/** Single-key shortcuts while the calling component is on screen. */
export function useShortcuts(bindings: readonly Binding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    let waiting: Waiting | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const next = step(nameOf(event), event.timeStamp, waiting, latest.current);
      waiting = next.waiting;
      if (!next.run) return;
      event.preventDefault();
      next.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
