import { arrowHead, roundedPath } from "../drawing/shapes";
import { routeLink } from "../geometry/routing";
import type { Picture } from "./drawRoadmap";
import { shapeOf } from "./itemShape";
import { ITEM_HEIGHT, TRACK_HEIGHT } from "./measures";

/** Which initiative waits for which: quiet lines beneath the bars. */
export function drawItemLinks(ctx: CanvasRenderingContext2D, picture: Picture): void {
  if (picture.links.length === 0) return;
  ctx.strokeStyle = picture.palette.link;
  ctx.fillStyle = picture.palette.link;
  ctx.lineWidth = 1.25;
  for (const { before, after } of picture.links) {
    const [from, to] = [anchorOf(picture, before), anchorOf(picture, after)];
    if (!from || !to) continue;
    const path = routeLink(from, to, "FS", TRACK_HEIGHT);
    roundedPath(ctx, path, 5);
    arrowHead(ctx, path);
  }
}

function anchorOf({ scene, view, measures, words, locale }: Picture, id: string) {
  const placed = scene.items.get(id);
  if (!placed) return null;
  const { bar } = shapeOf(placed.item, placed.item, view.scale, measures, words, locale);
  const half = ITEM_HEIGHT / 2;
  return { left: bar.x, right: bar.x + bar.width, y: placed.top + half, half };
}
