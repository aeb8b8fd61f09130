import { HEADER_HEIGHT, hasDates, ROW_HEIGHT } from "../geometry/bars";
import { endAt, partAt } from "../geometry/hit";
import type { Outline } from "../geometry/outline";
import type { Grip, LinkTarget, Touch } from "../gestures/drag";
import type { Span } from "../types";
import type { View } from "../view/viewStore";

export interface GripWorld {
  view: View;
  outline: Outline;
  pending: ReadonlyMap<string, Span>;
  hoveredId: string | null;
  readOnly: boolean;
}

/** What of the Gantt lies under the pointer; null above and below the rows. */
export function gripAt(touch: Touch, world: GripWorld): Grip | null {
  if (touch.y < HEADER_HEIGHT) return null;
  const inRows = touch.y - HEADER_HEIGHT + world.view.scrollTop;
  const row = world.outline.visible[Math.floor(inRows / ROW_HEIGHT)]?.row;
  if (!row) return null;
  const shown = { ...row, ...world.pending.get(row.id) };
  const free = !world.readOnly && row.editable !== false;
  const handles = free && world.hoveredId === row.id;
  const part = partAt(shown, world.view.scale, touch.x, inRows % ROW_HEIGHT, handles);
  const linking = part === "link-start" || part === "link-finish";
  return {
    id: row.id,
    part,
    span: hasDates(shown) ? { start: shown.start, finish: shown.finish } : null,
    percent: row.percentComplete,
    editable: free && (linking || row.kind !== "summary"),
  };
}

/** The bar that a link drawn to here would end at. */
export function targetAt(touch: Touch, world: GripWorld): LinkTarget | null {
  const grip = gripAt(touch, world);
  if (!grip || grip.part === "row") return null;
  const row = world.outline.byId.get(grip.id);
  if (!row || !hasDates(row)) return null;
  return { id: grip.id, end: endAt(row, world.view.scale, touch.x) };
}

const CURSORS: Record<Grip["part"], string> = {
  bar: "grab",
  start: "ew-resize",
  finish: "ew-resize",
  "link-start": "crosshair",
  "link-finish": "crosshair",
  progress: "col-resize",
  row: "default",
};

export function cursorOf(grip: Grip | null, gesture: string): string {
  if (gesture === "pan" || gesture === "move") return "grabbing";
  if (gesture === "resize") return "ew-resize";
  if (gesture === "link") return "crosshair";
  if (!grip) return "default";
  if (grip.part === "row") return "default";
  return grip.editable ? CURSORS[grip.part] : "pointer";
}
