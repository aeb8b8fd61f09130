import { type RefObject, useState } from "react";
import { ROW_HEIGHT } from "../geometry/bars";
import { type Drop, dropAt } from "./dropping";
import type { OutlineGridProps } from "./OutlineGrid";

const FAR = 4;
const STEP = 16;

/** Rows dragged by their number to another place; sideways sets the level. */
export function useRowDrag(props: OutlineGridProps, sheet: RefObject<HTMLElement | null>) {
  const [drop, setDrop] = useState<Drop | null>(null);
  const { outline, events, readOnly } = props;
  const begin = (ids: readonly string[], down: PointerEvent) => {
    const first = outline.visible[outline.placeOf.get(ids[0] ?? "") ?? -1];
    if (readOnly || !events.onDropRows || down.button !== 0 || !first) return;
    const dragged = new Set(ids);
    let found: Drop | null = null;
    const move = (event: PointerEvent) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      const box = sheet.current?.getBoundingClientRect();
      if (!box || (!found && Math.hypot(x, y) < FAR)) return;
      const gap = Math.round((event.clientY - box.top) / ROW_HEIGHT);
      const within = Math.max(0, Math.min(outline.visible.length, gap));
      found = dropAt(outline.visible, dragged, within, first.level + Math.round(x / STEP));
      setDrop(found);
    };
    const end = (done: boolean) => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", onEscape, true);
      setDrop(null);
      if (done && found) void events.onDropRows?.(ids, found.parentId, found.afterId);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const onEscape = (event: KeyboardEvent) => event.key === "Escape" && end(false);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", onEscape, true);
  };
  return { drop, begin };
}
