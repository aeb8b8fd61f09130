import type { Point } from "../geometry/bars";
import { headingOf } from "../geometry/routing";
import type { Pen } from "./canvas";

export function roundRect(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
}

export function polygon(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
  pen.closePath();
}

/** A one-pixel line that does not blur. */
export function hairline(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  if (x1 === x2) {
    const x = Math.round(x1) + 0.5;
    pen.moveTo(x, y1);
    pen.lineTo(x, y2);
  } else {
    const y = Math.round(y1) + 0.5;
    pen.moveTo(x1, y);
    pen.lineTo(x2, y);
  }
  pen.stroke();
}

/** A path with its corners rounded. */
export function roundedPath(pen: Pen, points: readonly Point[], radius: number): void {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [before, here, next] = [points[i - 1], points[i], points[i + 1]];
    if (!before || !here || !next) continue;
    const room = Math.min(distance(before, here), distance(here, next)) / 2;
    pen.arcTo(here.x, here.y, next.x, next.y, Math.min(radius, room));
  }
  pen.lineTo(last.x, last.y);
  pen.stroke();
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** A small filled head at the end of a path. */
export function arrowHead(pen: Pen, path: readonly Point[], size = 5): void {
  const tip = path[path.length - 1];
  if (!tip) return;
  const heading = headingOf(path);
  const along = heading === "left" || heading === "right";
  const back = heading === "right" || heading === "down" ? -size : size;
  const side = size * 0.7;
  polygon(pen, [
    tip,
    along ? { x: tip.x + back, y: tip.y - side } : { x: tip.x - side, y: tip.y + back },
    along ? { x: tip.x + back, y: tip.y + side } : { x: tip.x + side, y: tip.y + back },
  ]);
  pen.fill();
}

const hatches = new Map<string, CanvasPattern | null>();

/** Thin diagonal lines: what is critical is told without colour too. */
export function hatch(pen: Pen, colour: string): CanvasPattern | null {
  const known = hatches.get(colour);
  if (known !== undefined) return known;
  const tile = document.createElement("canvas");
  tile.width = 6;
  tile.height = 6;
  const ink = tile.getContext("2d");
  if (ink) {
    ink.strokeStyle = colour;
    ink.globalAlpha = 0.32;
    ink.lineWidth = 1;
    for (const shift of [-6, 0, 6]) {
      ink.beginPath();
      ink.moveTo(shift - 1, 7);
      ink.lineTo(shift + 7, -1);
      ink.stroke();
    }
  }
  const made = ink ? pen.createPattern(tile, "repeat") : null;
  hatches.set(colour, made);
  return made;
}
