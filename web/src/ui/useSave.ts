import type { QueryKey } from "@tanstack/react-query";
import { useGuardedSave } from "@/api/guardedSave";
import type { Problem } from "@/api/problem";
import type { Versioned } from "@/api/types";
import { resolveStale } from "./stale/resolveStale";
import { toast } from "./toast";

/** `useGuardedSave` with our dialog for the case that someone else was faster. */
export function useSave<T extends Versioned>(queryKey: QueryKey, path: string, name?: string) {
  return useGuardedSave<T>({ queryKey, path, name, resolve: resolveStale, tell });
}

function tell(fault: Problem): void {
  toast.failed(fault.detail || fault.title);
}
