import { type RefObject, useEffect, useRef, useState } from "react";

const STEP = 20;
const AHEAD = "400px";

/**
 * How many of a long list of cards are drawn: more as its end comes near the screen. The element at the end, `end`,
 * stands for those that are still to come.
 */
export function useGrowing<E extends Element>(count: number): [number, RefObject<E | null>] {
  const end = useRef<E>(null);
  const [shown, setShown] = useState(typeof IntersectionObserver === "undefined" ? count : 0);
  useEffect(() => {
    if (shown >= count || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setShown((now) => now + STEP),
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, count]);
  return [Math.min(shown, count), end];
}
