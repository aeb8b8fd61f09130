import { HEADER_HEIGHT } from "../geometry/bars";
import { LINK_HANDLE } from "../geometry/hit";
import type { Pen } from "./drawItem";
import type { Picture } from "./drawRoadmap";
import { shapeOf } from "./itemShape";
import { ITEM_HEIGHT } from "./measures";

/** The handle at the end of the bar under the pointer, and the line that is being drawn from one. */
export function drawLinking(pen: Pen, picture: Picture): void {
  const { gesture, hoverId, linkable } = picture;
  if (!linkable) return;
  if (gesture.kind === "idle" && hoverId) drawHandle(pen, picture, hoverId);
  if (gesture.kind !== "link") return;
  const from = endOf(picture, gesture.id);
  if (!from) return;
  const { ctx, palette } = pen;
  const target = gesture.target && startOf(picture, gesture.target.id);
  const to = target ?? {
    x: gesture.touch.x,
    y: gesture.touch.y - HEADER_HEIGHT + picture.view.scrollTop,
  };
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2;
  ctx.setLineDash(target ? [] : [5, 4]);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(from.x + 40, from.y, to.x - 40, to.y, to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  dot(pen, to.x, to.y, palette.accent);
}

function drawHandle(pen: Pen, picture: Picture, id: string) {
  const placed = picture.scene.items.get(id);
  const end = endOf(picture, id);
  if (end && placed && !placed.item.milestone && placed.item.editable !== false) {
    dot(pen, end.x, end.y, pen.palette.surface);
  }
}

function dot({ ctx, palette }: Pen, x: number, y: number, fill: string) {
  ctx.beginPath();
  ctx.arc(x, y, 5, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

function endOf(picture: Picture, id: string) {
  const bar = barOf(picture, id);
  return bar && { x: bar.x + bar.width + LINK_HANDLE, y: bar.middle };
}

function startOf(picture: Picture, id: string) {
  const bar = barOf(picture, id);
  return bar && { x: bar.x, y: bar.middle };
}

function barOf({ scene, view, measures, words, locale }: Picture, id: string) {
  const placed = scene.items.get(id);
  if (!placed) return null;
  const { bar } = shapeOf(placed.item, placed.item, view.scale, measures, words, locale);
  return { ...bar, middle: placed.top + ITEM_HEIGHT / 2 };
}
