import { BAR_HEIGHT, barOf, HEADER_HEIGHT, ROW_HEIGHT, reachOf } from "../geometry/bars";
import { LINK_HANDLE } from "../geometry/hit";
import { format } from "../geometry/ticks";
import type { Minute, Span, TimelineRow } from "../types";
import type { Pen } from "./canvas";
import { type GanttScene, middleOf, shownRow, topOf } from "./ganttScene";
import { polygon, roundRect } from "./shapes";
import { fontOf, widthOf } from "./text";

/** What belongs to the pointer and the keyboard: handles, the rubber band, the dates while dragging. */
export function drawOverlay(pen: Pen, scene: GanttScene): void {
  const { view, gesture } = scene;
  pen.clearRect(0, 0, view.width, HEADER_HEIGHT + view.height);
  pen.save();
  pen.beginPath();
  pen.rect(0, HEADER_HEIGHT, view.width, view.height);
  pen.clip();
  if (scene.focused) drawFocus(pen, scene);
  if (gesture.kind === "idle" && !scene.readOnly) drawHandles(pen, scene);
  if (gesture.kind === "link") drawRubberBand(pen, scene);
  pen.restore();
  if (gesture.kind === "move" || gesture.kind === "resize") drawDates(pen, scene, gesture.span);
  drawForeseen(pen, scene);
  if (gesture.kind === "progress") {
    drawTip(pen, scene, placeOf(scene, gesture.id), `${gesture.percent} %`);
  }
}

function rowAt(scene: GanttScene, id: string): { row: TimelineRow & Span; index: number } | null {
  const index = scene.outline.placeOf.get(id);
  const row = index === undefined ? null : (scene.outline.visible[index]?.row ?? null);
  const shown = row?.id === id ? shownRow(scene, row) : null;
  return shown && index !== undefined ? { row: shown, index } : null;
}

function drawFocus(pen: Pen, scene: GanttScene): void {
  const index = scene.selectedId ? scene.outline.placeOf.get(scene.selectedId) : undefined;
  if (index === undefined) return;
  pen.strokeStyle = scene.palette.accent;
  pen.lineWidth = 2;
  pen.strokeRect(1, topOf(scene, index) + 1, scene.view.width - 2, ROW_HEIGHT - 3);
}

function drawHandles(pen: Pen, scene: GanttScene): void {
  const found = scene.hoveredId ? rowAt(scene, scene.hoveredId) : null;
  if (!found || found.row.editable === false) return;
  const { palette, view } = scene;
  const y = middleOf(scene, found.index);
  const reach = reachOf(found.row, view.scale);
  pen.lineWidth = 1.5;
  pen.strokeStyle = palette.accent;
  pen.fillStyle = palette.surface;
  for (const x of [reach.left - LINK_HANDLE, reach.right + LINK_HANDLE]) {
    pen.beginPath();
    pen.arc(x, y, 4, 0, Math.PI * 2);
    pen.fill();
    pen.stroke();
  }
  if (found.row.kind === "task") drawProgressHandle(pen, scene, found.row, y);
}

function drawProgressHandle(pen: Pen, scene: GanttScene, row: TimelineRow & Span, y: number): void {
  const bar = barOf(row, scene.view.scale);
  if (bar.width <= 40) return;
  const x = bar.x + (bar.width * row.percentComplete) / 100;
  const low = y + BAR_HEIGHT / 2;
  polygon(pen, [
    { x, y: low - 6 },
    { x: x + 5, y: low + 2 },
    { x: x - 5, y: low + 2 },
  ]);
  pen.fill();
  pen.stroke();
}

function drawRubberBand(pen: Pen, scene: GanttScene): void {
  const { gesture, palette, view } = scene;
  if (gesture.kind !== "link") return;
  const from = rowAt(scene, gesture.id);
  if (!from) return;
  const reach = reachOf(from.row, view.scale);
  const x = gesture.end === "start" ? reach.left : reach.right;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.setLineDash([4, 3]);
  pen.beginPath();
  pen.moveTo(x, middleOf(scene, from.index));
  pen.lineTo(gesture.touch.x, gesture.touch.y);
  pen.stroke();
  pen.setLineDash([]);
  const target = gesture.target ? rowAt(scene, gesture.target.id) : null;
  if (!target || !gesture.target) return;
  const ends = reachOf(target.row, view.scale);
  const top = topOf(scene, target.index) + (ROW_HEIGHT - BAR_HEIGHT) / 2 - 3;
  pen.lineWidth = 2;
  roundRect(pen, ends.left - 3, top, ends.right - ends.left + 6, BAR_HEIGHT + 6, 6);
  pen.stroke();
  pen.fillStyle = palette.accent;
  pen.beginPath();
  const near = gesture.target.end === "start" ? ends.left : ends.right;
  pen.arc(near, middleOf(scene, target.index), 4, 0, Math.PI * 2);
  pen.fill();
}

const placeOf = (scene: GanttScene, id: string): number => scene.outline.placeOf.get(id) ?? 0;

function drawDates(pen: Pen, scene: GanttScene, span: Span): void {
  const { gesture } = scene;
  if (gesture.kind !== "move" && gesture.kind !== "resize") return;
  const hours = scene.view.scale.perDay >= 480;
  const text = (at: Minute) =>
    format(at, scene.locale, {
      weekday: "short",
      day: "numeric",
      month: "short",
      ...(hours ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : {}),
    });
  const words = `${text(span.start)} – ${text(span.finish)}`;
  drawTip(pen, scene, placeOf(scene, gesture.id), words, barOf(span, scene.view.scale).x);
}

/** Below what is dragged: what letting go would do. */
function drawForeseen(pen: Pen, scene: GanttScene): void {
  const { gesture, foreseen, palette } = scene;
  const isHeld = gesture.kind !== "idle" && gesture.kind !== "press" && gesture.kind !== "pan";
  if (!foreseen || !isHeld) return;
  const index = placeOf(scene, gesture.id);
  const row = scene.outline.visible[index]?.row;
  const shown = row ? shownRow(scene, row) : null;
  const at = shown ? barOf(shown, scene.view.scale).x : undefined;
  const below = topOf(scene, index) + ROW_HEIGHT + 2;
  const isFirst = topOf(scene, index) - 22 < HEADER_HEIGHT;
  drawWords(pen, scene, {
    text: foreseen.words,
    at,
    y: isFirst ? below + 22 : below,
    ground: foreseen.isRefused ? palette.bad : palette.accent,
  });
}

/** Dark words above (or, at the top, below) a row. */
function drawTip(pen: Pen, scene: GanttScene, index: number, text: string, at?: number): void {
  const above = topOf(scene, index) - 22;
  const y = above < HEADER_HEIGHT ? topOf(scene, index) + ROW_HEIGHT : above;
  drawWords(pen, scene, { text, at, y, ground: scene.palette.text });
}

interface Words {
  text: string;
  at?: number;
  y: number;
  ground: string;
}

function drawWords(pen: Pen, scene: GanttScene, { text, at, y, ground }: Words): void {
  const { palette, view } = scene;
  const font = fontOf(palette.fontFamily, 12, 500);
  const width = widthOf(pen, font, text) + 16;
  const x = Math.max(4, Math.min(at ?? 40, view.width - width - 4));
  roundRect(pen, x, y, width, 22, 4);
  pen.fillStyle = ground;
  pen.fill();
  pen.fillStyle = palette.surface;
  pen.textBaseline = "middle";
  pen.font = font;
  pen.fillText(text, x + 8, y + 11.5);
}
