import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { OwnVersions } from "@/api/versions";
import { useDone } from "@/features/core/useDone";
import { resolveStale } from "@/ui/stale/resolveStale";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { askedFor } from "./asking";
import {
  type Fields,
  type Initiative,
  initiativeQuery,
  type Roadmap,
  roadmapQuery,
  withFields,
} from "./roadmap";

interface Edit {
  seen: Initiative;
  fields: Fields;
  /** What was done, for the toast that can take it back. */
  said?: string;
}

const ownVersions = new OwnVersions();

/** The initiative as saved; as it was where the person, asked about it, thinks better of it. */
export async function settle<Seen extends Pick<Initiative, "id" | "version">>(
  seen: Seen,
  fields: Fields,
): Promise<Initiative | Seen> {
  const version = ownVersions.current(seen.id, seen.version);
  try {
    const saved = await http.patch<Initiative>(`/initiatives/${seen.id}`, fields, { version });
    ownVersions.wrote(seen.id, version, saved.version);
    return saved;
  } catch (fault) {
    const said = await askedFor(fault);
    if (said) return settle(seen, { ...fields, ...said });
    if (said === null) return seen;
    if (!(fault instanceof Problem) || !fault.isStale || !fault.current) throw fault;
    const current = fault.current as Initiative;
    const mine = await resolveStale(current, fields);
    return mine ? settle(current, mine) : current;
  }
}

/** Edits any initiative of a product's roadmap: shown at once, taken back with the reason when refused. */
export function useInitiativeSave(productId: string) {
  const cache = useQueryClient();
  const done = useDone();
  const { queryKey } = roadmapQuery(productId);
  const show = (id: string, change: (initiative: Initiative) => Initiative) => {
    cache.setQueryData<Roadmap>(
      queryKey,
      (roadmap) =>
        roadmap && {
          ...roadmap,
          initiatives: roadmap.initiatives.map((each) => (each.id === id ? change(each) : each)),
        },
    );
    cache.setQueryData<Initiative>(initiativeQuery(id).queryKey, (own) => own && change(own));
  };
  return useMutation({
    mutationFn: ({ seen, fields }: Edit) => settle(seen, fields),
    scope: { id: `roadmap:${productId}` },
    meta: { unsent: t("kind.initiative") },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 30_000),
    onMutate: async ({ seen, fields }) => {
      await cache.cancelQueries({ queryKey });
      show(seen.id, (initiative) => withFields(initiative, fields));
    },
    onSuccess: (saved, { seen, said }) => {
      show(saved.id, () => saved);
      if (saved.version === seen.version) return;
      if (said) void done(said);
      void cache.invalidateQueries({ queryKey: ["findings", productId] });
    },
    onError: (fault, { seen }) => {
      toast.failed(fault.detail || fault.title);
      show(seen.id, () => seen);
      void cache.invalidateQueries({ queryKey });
    },
  });
}
