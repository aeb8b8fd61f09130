import { BAR_HEIGHT, DIAMOND, ROW_HEIGHT, reachOf } from "../geometry/bars";
import { linksWithin, type PlacedLink } from "../geometry/linkIndex";
import type { RowWindow } from "../geometry/outline";
import { type Anchor, routeLink } from "../geometry/routing";
import type { Pen } from "./canvas";
import { type GanttScene, middleOf, shownRow } from "./ganttScene";
import { arrowHead, roundedPath } from "./shapes";

/** Links that touch the rows shown; those of the chosen row last and stronger, strongest what decides its date. */
export function drawLinks(pen: Pen, scene: GanttScene, window: RowWindow): void {
  const chosen: PlacedLink[] = [];
  for (const placed of linksWithin(scene.links, window)) {
    const { before, after } = placed.link;
    const own = before === scene.selectedId || after === scene.selectedId;
    if (own || scene.path.links.has(placed.link.id)) chosen.push(placed);
    else drawLink(pen, scene, placed, false);
  }
  for (const placed of chosen) drawLink(pen, scene, placed, true);
}

function drawLink(pen: Pen, scene: GanttScene, placed: PlacedLink, chosen: boolean): void {
  const from = anchorOf(scene, placed.from);
  const to = anchorOf(scene, placed.to);
  if (!from || !to) return;
  const { width } = scene.view;
  const left = Math.min(from.left, to.left);
  if (left > width + 40 || Math.max(from.right, to.right) < -40) return;
  const path = routeLink(from, to, placed.link.kind, ROW_HEIGHT);
  const crisp = path.map(({ x, y }) => ({ x: Math.round(x) + 0.5, y: Math.round(y) + 0.5 }));
  const colour = colourOf(scene, placed, chosen);
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = scene.path.links.has(placed.link.id) ? 3 : chosen ? 1.5 : 1;
  roundedPath(pen, crisp, 4);
  arrowHead(pen, crisp);
}

function colourOf(scene: GanttScene, placed: PlacedLink, chosen: boolean): string {
  const { palette, outline, layers } = scene;
  if (chosen) return palette.accent;
  const critical = (place: number) => outline.visible[place]?.row.critical === true;
  const both = critical(placed.from) && critical(placed.to) && placed.link.driving !== false;
  return layers.critical && both ? palette.criticalEdge : palette.link;
}

function anchorOf(scene: GanttScene, place: number): Anchor | null {
  const row = scene.outline.visible[place]?.row;
  const shown = row ? shownRow(scene, row) : null;
  if (!shown) return null;
  const half = shown.kind === "milestone" ? DIAMOND : shown.kind === "summary" ? 6 : BAR_HEIGHT / 2;
  return { ...reachOf(shown, scene.view.scale), y: middleOf(scene, place), half };
}
