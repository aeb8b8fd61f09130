import { type RefObject, useLayoutEffect } from "react";
import type { ViewStore } from "../view/viewStore";

/** Keeps an element where its rows are, in the same frame as the drawing and without rendering. */
export function useFollowScroll(
  store: ViewStore,
  element: RefObject<HTMLElement | null>,
  top = 0,
): void {
  useLayoutEffect(() => {
    const follow = () => {
      const y = top - store.get().scrollTop;
      if (element.current) element.current.style.transform = `translateY(${y}px)`;
    };
    follow();
    return store.subscribe(follow);
  }, [store, element, top]);
}
