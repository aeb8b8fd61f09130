import type { QueryKey } from "@tanstack/react-query";
import { useGuardedSave } from "@/api/guardedSave";
import type { Versioned } from "@/api/types";
import { resolveStale } from "./stale/resolveStale";

/** `useGuardedSave` with our dialog for the case that someone else was faster. */
export function useSave<T extends Versioned>(queryKey: QueryKey, path: string, name?: string) {
  return useGuardedSave<T>({ queryKey, path, name, resolve: resolveStale });
}
