import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useUndo } from "@/features/core/activity";
import type { Field, ListItem } from "@/ui/list/types";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { type Bulk, edit, type Wanted } from "./lists";
import { sent } from "./values";

type Pending = Record<string, Record<string, unknown>>;

export interface Edits {
  /** The value to show: what was just typed, until the server has answered. */
  valueOf: (item: ListItem, field: Field) => unknown;
  write: (item: ListItem, field: Field, value: unknown) => Promise<void>;
  apply: (items: readonly ListItem[], wanted: Wanted) => Promise<void>;
}

/** Edits of a list: a cell at once, many with one undo. */
export function useEdits(kind: string): Edits {
  const cache = useQueryClient();
  const undo = useUndo();
  const [pending, setPending] = useState<Pending>({});
  const refresh = () => cache.invalidateQueries({ queryKey: [kind] });
  const forget = (id: string, name: string) =>
    setPending(({ [id]: { [name]: _gone, ...others } = {}, ...rest }) =>
      Object.keys(others).length > 0 ? { ...rest, [id]: others } : rest,
    );
  return {
    valueOf: (item, field) => {
      const waiting = pending[item.id];
      return waiting && field.name in waiting ? waiting[field.name] : item.fields[field.name];
    },
    write: async (item, field, value) => {
      setPending((now) => ({ ...now, [item.id]: { ...now[item.id], [field.name]: value } }));
      try {
        await edit(kind, [item], { fields: sent(field, value) });
      } catch (fault) {
        toast.failed(t("list.notSaved", { key: item.key, why: whyOf(fault) }));
      }
      await refresh();
      forget(item.id, field.name);
    },
    apply: async (items, wanted) => {
      const done: Bulk = await edit(kind, items, wanted);
      await refresh();
      const { change } = done;
      toast.done(
        t("list.bulkDone", { count: done.changed }),
        change ? { label: t("undo"), run: () => undo.mutate(change) } : undefined,
      );
    },
  };
}

export function whyOf(fault: unknown): string {
  return fault instanceof Problem ? fault.detail : String(fault);
}
