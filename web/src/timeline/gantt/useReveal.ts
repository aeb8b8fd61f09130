import { useEffect, useRef } from "react";
import { ROW_HEIGHT } from "../geometry/bars";
import { scrollTo } from "../geometry/outline";
import { revealed } from "../geometry/scale";
import type { TimeView } from "../view/useTimeView";
import type { GanttModel } from "./useGanttModel";

/** Brings the row that is chosen from outside, as by an address, into view: unfolded, scrolled to, its bar too. */
export function useReveal(
  id: string | null | undefined,
  model: GanttModel,
  time: TimeView,
  height: number,
  onScrollTo: (top: number) => void,
) {
  const { outline, own, unfoldTo } = model;
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const place = id ? outline.placeOf.get(id) : undefined;
    const row = place === undefined ? undefined : outline.visible[place]?.row;
    if (!id || !row || id === seen.current || height === 0) return;
    if (id !== own.current && row.id !== id) return unfoldTo(id);
    seen.current = id;
    if (id === own.current || place === undefined) return;
    const { scale, width, ...view } = time.store.get();
    onScrollTo(scrollTo(place, view, ROW_HEIGHT));
    if (row.start === null || row.finish === null) return;
    const span = { start: row.start, finish: row.finish };
    time.store.set({ scale: revealed(scale, span, width) });
  });
}
