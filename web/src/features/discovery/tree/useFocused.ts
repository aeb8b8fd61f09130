import { useEffect, useRef } from "react";

/** A field that is written into as soon as it is there. The frame must not scroll: the drawing is moved instead. */
export function useFocused<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return ref;
}
