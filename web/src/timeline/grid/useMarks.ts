import { useEffect, useMemo, useRef, useState } from "react";
import type { Outline } from "../geometry/outline";

const NONE: ReadonlySet<string> = new Set();

/** The rows that are marked beside the chosen one. */
export function useMarks(
  outline: Outline,
  selectedId: string | null,
  onMark?: (ids: readonly string[]) => void,
) {
  const [marked, setMarked] = useState(NONE);
  const anchor = useRef<string | null>(null);
  const ids = useMemo(() => inOrder(outline, marked, selectedId), [outline, marked, selectedId]);
  const told = useRef(onMark);
  told.current = onMark;
  useEffect(() => told.current?.(ids), [ids]);
  const from = anchor.current ?? selectedId;
  return {
    ids,
    has: (id: string) => marked.has(id),
    only: (id: string) => {
      anchor.current = id;
      setMarked((was) => (was.size === 0 ? was : NONE));
    },
    stretch: (to: string) => setMarked(between(outline, from ?? to, to)),
    toggle: (id: string) => {
      const next = new Set(marked.size > 0 ? marked : selectedId ? [selectedId] : []);
      if (!next.delete(id)) next.add(id);
      anchor.current = id;
      setMarked(next);
    },
    all: () => setMarked(new Set(outline.visible.map(({ row }) => row.id))),
  };
}

function inOrder(
  outline: Outline,
  marked: ReadonlySet<string>,
  selectedId: string | null,
): readonly string[] {
  const found = outline.visible.map(({ row }) => row.id).filter((id) => marked.has(id));
  if (found.length > 0) return found;
  return selectedId !== null && outline.byId.has(selectedId) ? [selectedId] : [];
}

function between({ visible, placeOf }: Outline, one: string, other: string): Set<string> {
  const places = [placeOf.get(one) ?? 0, placeOf.get(other) ?? 0];
  const rows = visible.slice(Math.min(...places), Math.max(...places) + 1);
  return new Set(rows.map(({ row }) => row.id));
}
