import { useSyncExternalStore } from "react";
import type { View, ViewStore } from "./viewStore";

/** Renders again only when what `select` picks (a plain value) changes. */
export function useView<T>(store: ViewStore, select: (view: View) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
