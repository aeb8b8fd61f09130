import type { Scale } from "../geometry/scale";

/** What part of time and rows is on the screen. Kept outside React: it changes every frame. */
export interface View {
  scale: Scale;
  /** Of the drawing, without the outline beside it. */
  width: number;
  /** Of the rows, without the header above them. */
  height: number;
  scrollTop: number;
}

export interface ViewStore {
  get: () => View;
  set: (change: Partial<View>) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createViewStore(view: View): ViewStore {
  let current = view;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
