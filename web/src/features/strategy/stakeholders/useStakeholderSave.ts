import { useMutation, useQueryClient } from "@tanstack/react-query";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { OwnVersions } from "@/api/versions";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { stakeholdersQuery } from "./queries";
import type { Registered, Stakeholder } from "./types";

interface Edit {
  seen: Stakeholder;
  fields: Partial<Stakeholder>;
  /** What was done, for the toast that can take it back. */
  said: string;
}

const ownVersions = new OwnVersions();

/** Edits anybody in the register: shown at once, taken back with the reason when refused. */
export function useStakeholderSave(productId: string) {
  const cache = useQueryClient();
  const done = useDone();
  const { queryKey } = stakeholdersQuery(productId);
  const show = (id: string, fields: Partial<Registered>) =>
    cache.setQueryData<Registered[]>(queryKey, (rows) =>
      rows?.map((row) => (row.id === id ? { ...row, ...fields } : row)),
    );
  return useMutation({
    mutationFn: async ({ seen, fields }: Edit) => {
      const version = ownVersions.current(seen.id, seen.version);
      const saved = await http.patch<Stakeholder>(`/stakeholders/${seen.id}`, fields, { version });
      ownVersions.wrote(seen.id, version, saved.version);
      return saved;
    },
    scope: { id: `stakeholders:${productId}` },
    meta: { unsent: t("kind.stakeholder") },
    retry: (_count, fault) => fault instanceof Problem && fault.isUnsent,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 30_000),
    onMutate: async ({ seen, fields }) => {
      await cache.cancelQueries({ queryKey });
      show(seen.id, fields);
    },
    onSuccess: (saved, { said }) => {
      show(saved.id, saved);
      void done(said);
    },
    onError: (fault, { seen }) => {
      toast.failed(fault.detail || fault.title);
      show(seen.id, seen);
      void cache.invalidateQueries({ queryKey });
    },
  });
}
