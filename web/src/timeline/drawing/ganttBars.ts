import {
  BAR_HEIGHT,
  type Bar,
  barOf,
  bracketOf,
  DIAMOND,
  diamondOf,
  doneWidth,
  ROW_HEIGHT,
  SUMMARY_HEIGHT,
} from "../geometry/bars";
import type { Span, TimelineRow } from "../types";
import type { Pen } from "./canvas";
import type { GanttScene } from "./ganttScene";
import { hatch, polygon, roundRect } from "./shapes";

type Dated = TimelineRow & Span;

/** The bar, bracket or diamond of one row. `top` is the top of the row. */
export function drawBar(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  if (row.kind === "milestone") drawMilestone(pen, scene, row, top);
  else if (row.kind === "summary") drawSummary(pen, scene, row, top);
  else drawTask(pen, scene, row, top);
}

/** Bars far wider than the screen are cut, so that no path has absurd coordinates. */
function clipped(bar: Bar, width: number): Bar {
  const left = Math.max(bar.x, -20);
  return { x: left, width: Math.max(3, Math.min(bar.x + bar.width, width + 20) - left) };
}

function drawTask(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const { palette, gesture } = scene;
  const critical = scene.layers.critical && row.critical === true;
  const whole = barOf(row, scene.view.scale);
  const bar = clipped(whole, scene.view.width);
  const y = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  if (row.inactive) {
    drawHollow(pen, scene, bar, y);
    return;
  }
  const percent =
    gesture.kind === "progress" && gesture.id === row.id ? gesture.percent : row.percentComplete;
  pen.save();
  roundRect(pen, bar.x + 0.5, y + 0.5, bar.width - 1, BAR_HEIGHT - 1, 4);
  pen.fillStyle = critical ? palette.critical : palette.bar;
  pen.fill();
  pen.clip();
  const done = whole.x + doneWidth(whole, percent) - bar.x;
  if (done > 0) {
    pen.fillStyle = critical ? palette.criticalDone : palette.barDone;
    pen.fillRect(bar.x, y, done, BAR_HEIGHT);
  }
  if (critical) drawHatch(pen, palette.criticalEdge, bar, y);
  pen.restore();
  roundRect(pen, bar.x + 0.75, y + 0.75, bar.width - 1.5, BAR_HEIGHT - 1.5, 4);
  const near = scene.layers.critical && row.nearCritical === true;
  const onPath = scene.path.rows.has(row.id);
  pen.strokeStyle = onPath
    ? palette.accent
    : critical
      ? palette.criticalEdge
      : near
        ? palette.warning
        : palette.barEdge;
  pen.lineWidth = onPath ? 2.5 : critical || near ? 1.5 : 1;
  if (row.manual) pen.setLineDash([3, 2]);
  pen.stroke();
  pen.setLineDash([]);
}

/** What nobody works on. */
function drawHollow(pen: Pen, { palette }: GanttScene, bar: Bar, y: number): void {
  roundRect(pen, bar.x + 0.5, y + 0.5, bar.width - 1, BAR_HEIGHT - 1, 4);
  pen.fillStyle = palette.surface;
  pen.fill();
  pen.strokeStyle = palette.textQuiet;
  pen.lineWidth = 1;
  pen.stroke();
}

function drawHatch(pen: Pen, colour: string, bar: Bar, y: number): void {
  const pattern = hatch(pen, colour);
  if (!pattern) return;
  pen.translate(bar.x, y);
  pen.fillStyle = pattern;
  pen.fillRect(0, 0, bar.width, BAR_HEIGHT);
  pen.translate(-bar.x, -y);
}

function drawSummary(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const bar = clipped(barOf(row, scene.view.scale), scene.view.width);
  const y = top + ROW_HEIGHT / 2 - SUMMARY_HEIGHT / 2 - 1;
  const critical = scene.layers.critical && row.critical === true;
  polygon(pen, bracketOf(bar, y));
  pen.fillStyle = scene.palette.summary;
  pen.fill();
  if (!critical) return;
  pen.fillStyle = scene.palette.criticalEdge;
  pen.fillRect(bar.x, y - 3, bar.width, 1.5);
}

function drawMilestone(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const { palette, view } = scene;
  const { x } = barOf(row, view.scale);
  const y = top + ROW_HEIGHT / 2;
  const critical = scene.layers.critical && row.critical === true;
  polygon(pen, diamondOf(x, y));
  pen.fillStyle = row.inactive
    ? palette.textQuiet
    : critical
      ? palette.criticalEdge
      : palette.milestone;
  pen.fill();
  if (row.percentComplete < 100 && !row.inactive) return;
  // A done milestone carries a light core; of an inactive one no more than the edge is left.
  polygon(pen, diamondOf(x, y, DIAMOND - (row.inactive ? 2 : 4)));
  pen.fillStyle = palette.surface;
  pen.fill();
}
