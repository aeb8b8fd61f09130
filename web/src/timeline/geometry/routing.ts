import type { LinkKind } from "../types";
import type { Point } from "./bars";

/** A bar as a link sees it: its ends and the height of its middle. */
export interface Anchor {
  left: number;
  right: number;
  y: number;
  /** Half the height of what is drawn. */
  half: number;
}

const STUB = 8;

/** The corners of an orthogonal path from one bar to another; the last leg carries the arrow. */
export function routeLink(from: Anchor, to: Anchor, kind: LinkKind, rowHeight: number): Point[] {
  if (kind === "SS") return aroundSide(from.left, to.left, from.y, to.y, -1);
  if (kind === "FF") return aroundSide(from.right, to.right, from.y, to.y, 1);
  if (kind === "FS") {
    return dropIn(from, to, 1) ?? throughGap(from.right, to.left, from.y, to.y, 1, rowHeight);
  }
  return dropIn(from, to, -1) ?? throughGap(from.left, to.right, from.y, to.y, -1, rowHeight);
}

/** Both ends on the same side: out, along, and back in. */
function aroundSide(x1: number, x2: number, y1: number, y2: number, side: 1 | -1): Point[] {
  const x = side > 0 ? Math.max(x1, x2) + STUB : Math.min(x1, x2) - STUB;
  return [
    { x: x1, y: y1 },
    { x, y: y1 },
    { x, y: y2 },
    { x: x2, y: y2 },
  ];
}

/** Straight on, then down into the top of the successor (or up into its bottom). */
function dropIn(from: Anchor, to: Anchor, side: 1 | -1): Point[] | null {
  if (from.y === to.y) return null;
  const out = side > 0 ? from.right : from.left;
  const near = side > 0 ? to.left : to.right;
  const inset = Math.min(STUB, (to.right - to.left) / 2);
  const x = near + side * inset;
  if ((x - out) * side < 0) return null;
  const edge = to.y > from.y ? to.y - to.half : to.y + to.half;
  return [
    { x: out, y: from.y },
    { x, y: from.y },
    { x, y: edge },
  ];
}

/** The successor begins before the predecessor ends: back through the gap between two rows. */
function throughGap(
  x1: number,
  x2: number,
  y1: number,
  y2: number,
  side: 1 | -1,
  rowHeight: number,
): Point[] {
  const gap = y1 + (y2 >= y1 ? rowHeight / 2 : -rowHeight / 2);
  const out = x1 + side * STUB;
  const back = x2 - side * STUB;
  return [
    { x: x1, y: y1 },
    { x: out, y: y1 },
    { x: out, y: gap },
    { x: back, y: gap },
    { x: back, y: y2 },
    { x: x2, y: y2 },
  ];
}

/** Which way the last leg points. */
export function headingOf(path: readonly Point[]): "left" | "right" | "up" | "down" {
  const last = path[path.length - 1];
  const before = path[path.length - 2];
  if (!last || !before) return "right";
  if (Math.abs(last.x - before.x) > Math.abs(last.y - before.y)) {
    return last.x > before.x ? "right" : "left";
  }
  return last.y > before.y ? "down" : "up";
}
