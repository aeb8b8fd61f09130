import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Kind } from "@/api/types";
import { objectQuery } from "@/features/core/objects";
import { type PeekTarget, readPeek, writePeek } from "@/ui/shell/search";

/** The form that asks for a reminder, whose state is the address. */
export function useRemind() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const go = (remind: string | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, remind }), resetScroll: false });
  return {
    target: readPeek(search.remind),
    open: (target: PeekTarget) => go(writePeek(target)),
    close: () => go(undefined),
  };
}

/** The object that one looks at: the one in the right panel, else the one whose page it is. */
export function useAtHand(): PeekTarget | undefined {
  const { kind, key, id } = useParams({ strict: false });
  const peeked = readPeek(useSearch({ strict: false }).peek);
  const isObject = !peeked && kind !== undefined && key !== undefined;
  const { data } = useQuery({ ...objectQuery(kind ?? "", key ?? ""), enabled: isObject });
  if (peeked) return peeked;
  if (isObject) return data && { kind: kind as Kind, id: data.id };
  return id === undefined ? undefined : { kind: "project", id };
}
