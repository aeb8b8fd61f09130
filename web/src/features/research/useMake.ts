import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { ObjectRef } from "@/api/types";

interface Options<T> {
  path: string;
  kind: string;
  onCreated: (made: T) => void;
  onFault: (fault: Problem) => void;
}

/** Makes an object and lets its lists and the gaps know. */
export function useMake<T extends ObjectRef>({ path, kind, onCreated, onFault }: Options<T>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (fields: Record<string, unknown>) => http.post<T>(path, fields),
    onSuccess: async (made) => {
      cache.setQueryData([kind, made.id], made);
      void cache.invalidateQueries({ queryKey: ["gaps"] });
      await cache.invalidateQueries({ queryKey: [kind, "list"] });
      onCreated(made);
    },
    onError: onFault,
  });
}
