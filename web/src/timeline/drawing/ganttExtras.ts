import {
  BAR_HEIGHT,
  barOf,
  DIAMOND,
  diamondOf,
  ROW_HEIGHT,
  reachOf,
  slackTail,
  whiskerOf,
} from "../geometry/bars";
import { placeLabel } from "../geometry/labels";
import { xOf } from "../geometry/scale";
import type { MovedRow, Span, TimelineRow } from "../types";
import type { Pen } from "./canvas";
import { type GanttScene, groundOf } from "./ganttScene";
import { polygon, roundRect } from "./shapes";
import { fontOf, widthOf } from "./text";

type Dated = TimelineRow & Span;

/** Dotted, with an end stop: how far the row may slip. */
export function drawSlack(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const tail = slackTail(row, scene.view.scale);
  if (!tail) return;
  const y = top + ROW_HEIGHT / 2;
  const end = Math.min(tail.x + tail.width, scene.view.width + 20);
  pen.strokeStyle = scene.palette.slack;
  pen.lineWidth = 1.5;
  pen.setLineDash([1.5, 3]);
  pen.beginPath();
  pen.moveTo(Math.max(tail.x + 2, -10), y);
  pen.lineTo(end, y);
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(end, y - 4);
  pen.lineTo(end, y + 4);
  pen.stroke();
}

/** A thin bar under the row's own: where it was promised to be. */
export function drawBaseline(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  if (!row.baseline) return;
  const { palette, view } = scene;
  pen.fillStyle = palette.baseline;
  const y = top + ROW_HEIGHT / 2 + BAR_HEIGHT / 2 + 1;
  if (row.kind === "milestone") {
    polygon(pen, diamondOf(xOf(view.scale, row.baseline.start), y - 1, 4));
  } else {
    const { x, width } = barOf(row.baseline, view.scale);
    const left = Math.max(x, -10);
    const right = Math.min(x + width, view.width + 20);
    if (right <= left) return;
    roundRect(pen, left, y, right - left, 4, 2);
  }
  pen.fill();
}

/** A line from the finish to P85, a tick at P50. */
export function drawWhisker(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const whisker = whiskerOf(row, scene.view.scale);
  if (!whisker) return;
  const y = top + ROW_HEIGHT / 2;
  pen.strokeStyle = scene.palette.forecast;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(whisker.from + 1, y);
  pen.lineTo(whisker.p85, y);
  pen.moveTo(whisker.p85, y - 5);
  pen.lineTo(whisker.p85, y + 5);
  pen.stroke();
  pen.fillStyle = scene.palette.forecast;
  pen.beginPath();
  pen.arc(whisker.p50, y, 3, 0, Math.PI * 2);
  pen.fill();
}

/** A flag at the row's own deadline: hollow while it is kept, full when it is missed. */
export function drawDeadline(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  if (row.deadline == null) return;
  const x = xOf(scene.view.scale, row.deadline);
  const missed = row.finish > row.deadline;
  const y = top + ROW_HEIGHT / 2 - 8;
  polygon(pen, [
    { x: x - 5, y },
    { x: x + 5, y },
    { x, y: y + 8 },
  ]);
  pen.strokeStyle = missed ? scene.palette.bad : scene.palette.good;
  pen.fillStyle = missed ? scene.palette.bad : scene.palette.surface;
  pen.lineWidth = 1.5;
  pen.fill();
  pen.stroke();
  pen.beginPath();
  pen.moveTo(x, y + 8);
  pen.lineTo(x, y + 17);
  pen.stroke();
}

/** The dashed outline of where a moved row stood. */
export function drawGhost(
  pen: Pen,
  scene: GanttScene,
  row: Dated,
  moved: MovedRow,
  top: number,
): void {
  const { view, palette } = scene;
  const was = barOf({ start: moved.wasStart, finish: moved.wasFinish }, view.scale);
  const y = top + ROW_HEIGHT / 2;
  pen.strokeStyle = palette.moved;
  pen.lineWidth = 1.25;
  pen.setLineDash([3, 3]);
  if (row.kind === "milestone") polygon(pen, diamondOf(was.x, y));
  else roundRect(pen, was.x, y - BAR_HEIGHT / 2 - 2, was.width, BAR_HEIGHT + 4, 5);
  pen.stroke();
  pen.setLineDash([]);
}

/** Words in the bar where they fit, otherwise after everything that follows it. */
export function drawLabel(pen: Pen, scene: GanttScene, row: Dated, top: number): void {
  const { palette, view, layers } = scene;
  const summary = row.kind === "summary";
  const font = fontOf(palette.fontFamily, 12, summary ? 600 : 400);
  const bar = barOf(row, view.scale);
  const after = afterOf(scene, row);
  const inner = row.kind === "task" ? bar : { x: 0, width: 0 };
  const label = placeLabel(widthOf(pen, font, row.title), inner, after, view.width);
  if (!label) return;
  const critical = layers.critical && row.critical === true;
  pen.textBaseline = "middle";
  pen.fillStyle = label.inside ? (critical ? palette.criticalText : palette.barText) : palette.text;
  if (!label.inside)
    drawHalo(pen, groundOf(scene, row) ?? palette.surface, row.title, label.x, top);
  else if (critical) drawHalo(pen, palette.critical, row.title, label.x, top);
  pen.fillText(row.title, label.x, top + ROW_HEIGHT / 2 + 0.5);
  if (row.note) drawNote(pen, scene, row, label.inside ? after : endOf(label.x, pen, row), top);
}

/** Keeps words readable where a link or a hatch runs behind them. The pen has the words' font. */
function drawHalo(pen: Pen, colour: string, text: string, x: number, top: number): void {
  const ink = pen.fillStyle;
  pen.fillStyle = colour;
  pen.globalAlpha = 0.82;
  pen.fillRect(x - 2, top + ROW_HEIGHT / 2 - 7, widthOf(pen, pen.font, text) + 4, 14);
  pen.globalAlpha = 1;
  pen.fillStyle = ink;
}

const endOf = (x: number, pen: Pen, row: Dated): number => x + widthOf(pen, pen.font, row.title);

function drawNote(pen: Pen, scene: GanttScene, row: Dated, after: number, top: number): void {
  const note = row.note ?? "";
  pen.font = fontOf(scene.palette.fontFamily, 12);
  drawHalo(pen, groundOf(scene, row) ?? scene.palette.surface, note, after + 8, top);
  pen.fillStyle = scene.palette.textQuiet;
  pen.fillText(note, after + 8, top + ROW_HEIGHT / 2 + 0.5);
}

/** The right edge of all that is drawn for the row. */
function afterOf(scene: GanttScene, row: Dated): number {
  const { scale } = scene.view;
  const ends = [reachOf(row, scale).right];
  const tail = scene.layers.slack ? slackTail(row, scale) : null;
  if (tail) ends.push(tail.x + tail.width + 2);
  const whisker = scene.layers.forecast ? whiskerOf(row, scale) : null;
  if (whisker) ends.push(whisker.p85 + 2);
  if (row.deadline != null) ends.push(xOf(scale, row.deadline) + DIAMOND);
  const moved = scene.moved.get(row.id);
  if (moved) ends.push(xOf(scale, moved.wasFinish) + 4);
  return Math.max(...ends);
}
