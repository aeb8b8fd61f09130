import type { Span, TimelineRow } from "../types";
import { BAR_HEIGHT, barOf, DIAMOND, doneWidth, hasDates, ROW_HEIGHT } from "./bars";
import type { Scale } from "./scale";

export type Part = "bar" | "start" | "finish" | "link-start" | "link-finish" | "progress" | "row";

export interface Hit {
  id: string;
  part: Part;
}

const EDGE = 6;
/** How far outside a bar the round handles for drawing links stand. */
export const LINK_HANDLE = 10;
const LINK_RADIUS = 7;

/** What lies under `x` at `yInRow` (0 at the top of the row). `near`: the handles are shown. */
export function partAt(
  row: TimelineRow,
  scale: Scale,
  x: number,
  yInRow: number,
  handles: boolean,
): Part {
  if (!hasDates(row) || Math.abs(yInRow - ROW_HEIGHT / 2) > BAR_HEIGHT / 2 + 3) return "row";
  const bar = barOf(row, scale);
  const milestone = row.kind === "milestone";
  const left = milestone ? bar.x - DIAMOND : bar.x;
  const right = milestone ? bar.x + DIAMOND : bar.x + bar.width;
  if (handles && Math.abs(x - (right + LINK_HANDLE)) <= LINK_RADIUS) return "link-finish";
  if (handles && Math.abs(x - (left - LINK_HANDLE)) <= LINK_RADIUS) return "link-start";
  if (x < left - 3 || x > right + 3) return "row";
  if (milestone || row.kind === "summary") return "bar";
  return edgeAt(row, bar, x, yInRow);
}

function edgeAt(
  row: TimelineRow & Span,
  bar: { x: number; width: number },
  x: number,
  y: number,
): Part {
  const grip = Math.min(EDGE, bar.width / 4);
  if (x >= bar.x + bar.width - grip) return "finish";
  if (x <= bar.x + grip) return "start";
  const done = bar.x + doneWidth(bar, row.percentComplete);
  const low = y > ROW_HEIGHT / 2 + BAR_HEIGHT / 2 - 5;
  if (low && bar.width > 40 && Math.abs(x - done) <= 5) return "progress";
  return "bar";
}

/** Which end of a bar a link drawn to `x` would take. */
export function endAt(row: TimelineRow & Span, scale: Scale, x: number): "start" | "finish" {
  const bar = barOf(row, scale);
  return x <= bar.x + bar.width / 2 ? "start" : "finish";
}
