import { HEADER_HEIGHT, ROW_HEIGHT } from "../geometry/bars";
import { windowOf } from "../geometry/outline";
import type { MovedRow, TimelineRow } from "../types";
import { drawDays, drawMarker } from "./background";
import type { Pen } from "./canvas";
import { drawBar } from "./ganttBars";
import {
  drawBaseline,
  drawDeadline,
  drawGhost,
  drawLabel,
  drawSlack,
  drawWhisker,
} from "./ganttExtras";
import { drawLinks } from "./ganttLinks";
import { type GanttScene, groundOf, shownRow, topOf } from "./ganttScene";
import { drawHeader } from "./header";
import { hairline } from "./shapes";

/** One frame: days, rows, links, bars, header. Only what is visible. */
export function drawGantt(pen: Pen, scene: GanttScene): void {
  const { view, palette, outline } = scene;
  const window = windowOf(view, outline.visible.length, ROW_HEIGHT);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, view.width, HEADER_HEIGHT + view.height);
  pen.save();
  pen.beginPath();
  pen.rect(0, HEADER_HEIGHT, view.width, view.height);
  pen.clip();
  drawDays(pen, view, palette, scene.locale, scene.isWorkingDay);
  const rows = outline.visible.slice(window.first, window.end);
  rows.forEach(({ row }, i) => {
    drawRowGround(pen, scene, row, topOf(scene, window.first + i));
  });
  if (scene.layers.links) drawLinks(pen, scene, window);
  rows.forEach(({ row }, i) => {
    drawRow(pen, scene, row, topOf(scene, window.first + i));
  });
  pen.restore();
  drawHeader(pen, view, palette, scene.locale);
  drawMarkers(pen, scene);
}

function drawRowGround(pen: Pen, scene: GanttScene, row: TimelineRow, top: number): void {
  const { palette, view } = scene;
  const ground = groundOf(scene, row);
  if (ground) {
    pen.globalAlpha = palette.scheme === "light" ? 0.75 : 0.7;
    pen.fillStyle = ground;
    pen.fillRect(0, top, view.width, ROW_HEIGHT);
    pen.globalAlpha = 1;
  }
  pen.strokeStyle = palette.line;
  pen.lineWidth = 1;
  hairline(pen, 0, top + ROW_HEIGHT - 1, view.width, top + ROW_HEIGHT - 1);
}

function drawRow(pen: Pen, scene: GanttScene, row: TimelineRow, top: number): void {
  const shown = shownRow(scene, row);
  if (!shown) return;
  const { layers } = scene;
  const moved = wasOf(scene, row);
  if (layers.baseline) drawBaseline(pen, scene, shown, top);
  if (layers.slack) drawSlack(pen, scene, shown, top);
  if (layers.forecast) drawWhisker(pen, scene, shown, top);
  if (moved) drawGhost(pen, scene, shown, moved, top);
  drawBar(pen, scene, shown, top);
  drawDeadline(pen, scene, shown, top);
  if (layers.labels) drawLabel(pen, scene, shown, top);
}

/** Where a row stood that has moved, or that letting go would move. */
function wasOf(scene: GanttScene, row: TimelineRow): MovedRow | undefined {
  if (!scene.foreseen?.spans.has(row.id) || row.start === null || row.finish === null) {
    return scene.moved.get(row.id);
  }
  return { id: row.id, wasStart: row.start, wasFinish: row.finish };
}

function drawMarkers(pen: Pen, scene: GanttScene): void {
  const { palette, view, words } = scene;
  const mark = (at: number | null, label: string, colour: string, dashed: boolean) => {
    if (at !== null) drawMarker(pen, view, palette, { at, label, colour, dashed });
  };
  mark(scene.statusDate, words.statusDate, palette.textQuiet, true);
  mark(scene.deadline, words.deadline, palette.deadline, true);
  mark(scene.today, words.today, palette.today, false);
}
