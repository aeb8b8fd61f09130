import { useEffect, useRef } from "react";
import { type Binding, isTaken, step, type Waiting } from "./sequence";

/** What the components on screen listen for, in the order in which they appeared. */
const onScreen = new Set<{ readonly current: readonly Binding[] }>();
// Of all together: after G, the key of a page must not also be a deed of what is on screen.
let waiting: Waiting | undefined;

/** Single-key shortcuts while the calling component is on screen. */
export function useShortcuts(bindings: readonly Binding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    if (onScreen.size === 0) window.addEventListener("keydown", onKey);
    onScreen.add(latest);
    return () => {
      onScreen.delete(latest);
      if (onScreen.size === 0) window.removeEventListener("keydown", onKey);
    };
  }, []);
}

/** The keys that the page on screen explains. */
export function explained(): { keys: string; says: string }[] {
  return [...onScreen].flatMap(({ current }) =>
    current.flatMap(({ keys, says }) => (says ? [{ keys, says }] : [])),
  );
}

function onKey(event: KeyboardEvent) {
  if (isTaken(event)) return;
  const bindings = [...onScreen].flatMap(({ current }) => current);
  const next = step(nameOf(event), event.timeStamp, waiting, bindings);
  waiting = next.waiting;
  if (!next.run) return;
  event.preventDefault();
  next.run();
}

function nameOf(event: KeyboardEvent): string {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
