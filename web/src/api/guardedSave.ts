import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "./http";
import { Problem } from "./problem";
import type { Versioned } from "./types";
import { OwnVersions } from "./versions";

interface Edit<T> {
  /** What the person was looking at. */
  seen: T;
  fields: Partial<T>;
}

/** Asks whose version stands; answers what to send on top of the current state, or nothing. */
export type Resolve = <T>(current: T, mine: Partial<T>) => Promise<Partial<T> | null>;

interface Options {
  path: string;
  queryKey: QueryKey;
  /** How the unsaved edit is named while the server cannot be reached. */
  name?: string;
  resolve: Resolve;
  /** Says why the edit was taken back. */
  tell: (fault: Problem) => void;
}

const ownVersions = new OwnVersions();
const LONGEST_WAIT_MS = 30_000;

/**
 * A guarded edit of one object: shown at once, compare-and-set on the server, sent again while the
 * server cannot be reached, rolled back with the reason when refused.
 */
export function useGuardedSave<T extends Versioned>({
  path,
  queryKey,
  name,
  resolve,
  tell,
}: Options) {
  const cache = useQueryClient();
  const show = (object: T) => cache.setQueryData<T>(queryKey, object);
  const send = async (seen: T, fields: Partial<T>): Promise<T> => {
    const version = ownVersions.current(seen.id, seen.version);
    const saved = await http.patch<T>(path, fields, { version });
    ownVersions.wrote(seen.id, version, saved.version);
    return saved;
  };
  const settle = async (seen: T, fields: Partial<T>): Promise<T> => {
    try {
      return await send(seen, fields);
    } catch (fault) {
      if (!(fault instanceof Problem) || !fault.isStale || !fault.current) throw fault;
      const current = fault.current as T;
      const mine = await resolve(current, fields);
      return mine ? settle(current, mine) : current;
    }
  };
  return useMutation({
    mutationFn: ({ seen, fields }: Edit<T>) => settle(seen, fields),
    // One after the other, so that the second edit starts from what the first one made.
    scope: { id: path },
    meta: { unsent: name },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, LONGEST_WAIT_MS),
    onMutate: async ({ fields }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData<T>(queryKey);
      if (before) show({ ...before, ...fields });
      return { before };
    },
    onSuccess: (saved) => {
      show(saved);
      return cache.invalidateQueries({ queryKey: [queryKey[0], "list"] });
    },
    onError: (fault, _edit, context) => {
      tell(fault);
      if (context?.before) show(context.before);
      void cache.invalidateQueries({ queryKey });
    },
  });
}
