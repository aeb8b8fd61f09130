import { barOf } from "../geometry/bars";
import { xOf } from "../geometry/scale";
import type { LaneItem, Span } from "../types";
import type { Pen } from "./drawItem";
import type { Picture } from "./drawRoadmap";
import { fonts, ITEM_HEIGHT } from "./measures";

const RADIUS = 6;

/** Where the item stood before: a dashed outline, and from there an arrow to where it is now. */
export function drawGhost({ ctx, palette }: Pen, { view }: Picture, item: LaneItem, y: number) {
  if (!item.ghost) return;
  const was = barOf(item.ghost, view.scale, 6);
  if (was.x > view.width || was.x + was.width < 0) return;
  ctx.save();
  ctx.setLineDash([4, 3]);
  ctx.strokeStyle = palette.moved;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(was.x + 0.5, y + 4.5, Math.max(2, was.width - 1), ITEM_HEIGHT - 9, RADIUS);
  ctx.stroke();
  ctx.restore();
}

/** What a container holds, as a bracket beneath its own bar. */
export function drawRollup({ ctx, palette }: Pen, { view }: Picture, span: Span, y: number) {
  const { x, width } = barOf(span, view.scale, 6);
  const low = y + ITEM_HEIGHT + 3;
  ctx.strokeStyle = palette.summary;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x + 1, low + 5);
  ctx.lineTo(x + 1, low);
  ctx.lineTo(x + width - 1, low);
  ctx.lineTo(x + width - 1, low + 5);
  ctx.stroke();
}

/** A flag on the last day that keeps each promise: red, and named while it is dragged, where the window ends later. */
export function drawPromises(
  pen: Pen,
  { view }: Picture,
  item: LaneItem,
  y: number,
  dragged: boolean,
) {
  const { ctx, palette } = pen;
  for (const { due, name } of item.promises ?? []) {
    const broken = item.finish > due;
    const x = xOf(view.scale, due);
    if (x < -200 || x > view.width + 20) continue;
    ctx.strokeStyle = broken ? palette.bad : palette.good;
    ctx.fillStyle = ctx.strokeStyle;
    ctx.lineWidth = broken ? 2 : 1.5;
    ctx.beginPath();
    ctx.moveTo(x, y - 6);
    ctx.lineTo(x, y + ITEM_HEIGHT);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x, y - 6);
    ctx.lineTo(x - 8, y - 2);
    ctx.lineTo(x, y + 2);
    ctx.closePath();
    ctx.fill();
    if (broken && dragged) drawName(pen, name, x, y);
  }
}

function drawName({ ctx, palette, small }: Pen, name: string, x: number, y: number) {
  const width = small(name) + 16;
  ctx.beginPath();
  ctx.roundRect(x - width - 6, y - 24, width, 20, 4);
  ctx.fillStyle = palette.bad;
  ctx.fill();
  ctx.font = `${fonts.small} ${palette.fontFamily}`;
  ctx.fillStyle = palette.surface;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillText(name, x - width + 2, y - 13.5);
}
