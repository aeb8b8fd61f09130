import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useUndo } from "@/features/core/activity";
import type { Field, ListItem } from "@/ui/list/types";
import { toast } from "@/ui/toast";
import { t } from "@/ui/words/words";
import { type Bulk, edit, type Wanted } from "./lists";
import type { Asking } from "./useList";
import { sent } from "./values";

type Pending = Record<string, Record<string, unknown>>;

export interface Edits {
  /** What was just typed into its cells, until the server has answered. */
  waiting: (item: ListItem) => Record<string, unknown> | undefined;
  /** The value to show: what was just typed, until the server has answered. */
  valueOf: (item: ListItem, field: Field) => unknown;
  write: (item: ListItem, field: Field, value: unknown) => Promise<void>;
  apply: (items: readonly ListItem[], wanted: Wanted) => Promise<void>;
}

/** Edits of a list: a cell at once, many with one undo. */
export function useEdits(kind: string, asking?: Asking): Edits {
  const cache = useQueryClient();
  const undo = useUndo();
  const [pending, setPending] = useState<Pending>({});
  const refresh = () => cache.invalidateQueries({ queryKey: [kind] });
  const forget = (id: string, name: string) =>
    setPending(({ [id]: { [name]: _gone, ...others } = {}, ...rest }) =>
      Object.keys(others).length > 0 ? { ...rest, [id]: others } : rest,
    );
  return {
    waiting: ({ id }) => pending[id],
    valueOf: (item, field) => shownOf(item, field, pending[item.id]),
    write: async (item, field, value) => {
      setPending((now) => ({ ...now, [item.id]: { ...now[item.id], [field.name]: value } }));
      try {
        await settled(kind, [item], { fields: sent(field, value) }, asking);
      } catch (fault) {
        toast.failed(t("list.notSaved", { key: item.key, why: whyOf(fault) }));
      }
      await refresh();
      forget(item.id, field.name);
    },
    apply: async (items, wanted) => {
      const done = await settled(kind, items, wanted, asking);
      await refresh();
      if (!done) return;
      const { change } = done;
      toast.done(
        t("list.bulkDone", { count: done.changed }),
        change ? { label: t("undo"), run: () => undo.mutate(change) } : undefined,
      );
    },
  };
}

/** The value of a cell: what waits for the server, else what the server told. */
export function shownOf(
  item: ListItem,
  field: Field,
  waiting: Record<string, unknown> | undefined,
): unknown {
  return waiting && field.name in waiting ? waiting[field.name] : item.fields[field.name];
}

/** The edit, with what had to be asked for it; null where the person, asked, thinks better of it. */
async function settled(
  kind: string,
  items: readonly ListItem[],
  wanted: Wanted,
  asking: Asking | undefined,
): Promise<Bulk | null> {
  try {
    return await edit(kind, items, wanted);
  } catch (fault) {
    const said = await asking?.ask(fault);
    if (said === undefined) throw fault;
    if (said === null) return null;
    const { reason = wanted.reason, ...fields } = said;
    const held = wanted.fields ?? {};
    const both = (name: string) => [held[name], fields[name]].flatMap((some) => some ?? []);
    const acknowledge = both("acknowledge");
    return settled(
      kind,
      items,
      {
        ...wanted,
        reason: reason as string | undefined,
        fields: { ...held, ...fields, ...(acknowledge.length > 0 ? { acknowledge } : {}) },
      },
      asking,
    );
  }
}

export function whyOf(fault: unknown): string {
  return fault instanceof Problem ? fault.detail : String(fault);
}
