import { ellipsis, type Measure } from "../geometry/labels";
import type { Palette } from "../palette";
import type { LaneItem } from "../types";
import { faded, groundOf, mixed, quietText } from "./colours";
import { drawStatus } from "./drawStatus";
import { type ItemShape, outlookOf } from "./itemShape";
import { CHIP_HEIGHT, fonts, ITEM_HEIGHT, MILESTONE } from "./measures";

export interface ItemLook {
  colour: string;
  chosen: boolean;
  hovered: boolean;
  dragged: boolean;
  second: string;
}

export interface Pen {
  ctx: CanvasRenderingContext2D;
  palette: Palette;
  title: Measure;
  small: Measure;
}

const RADIUS = 6;
const PAD = 10;

/** One initiative: bar, words, whisker and chip. `y` is the top of its bar. */
export function drawItem(pen: Pen, item: LaneItem, shape: ItemShape, y: number, look: ItemLook) {
  const { ctx } = pen;
  if (look.dragged) ctx.globalAlpha = 0.92;
  if (item.gone) ctx.globalAlpha = 0.45;
  if (item.milestone) drawMilestone(pen, shape, y, look);
  else drawBar(pen, shape, y, look);
  drawWords(pen, item, shape, y, look);
  if (shape.whisker) drawWhisker(pen, shape.whisker, y + ITEM_HEIGHT + 6);
  if (shape.chip) drawChip(pen, shape.chip, item.forecast?.probability ?? 0, y);
  ctx.globalAlpha = 1;
}

function drawBar({ ctx, palette }: Pen, shape: ItemShape, y: number, look: ItemLook) {
  const { bar, fuzz } = shape;
  const share = palette.scheme === "light" ? 0.16 : 0.3;
  const words = quietText(palette.text, palette.surface);
  const strength = look.hovered ? share + 0.06 : share;
  const fill = groundOf(look.colour, palette.surface, words, strength);
  const edge = mixed(look.colour, palette.surface, palette.scheme === "light" ? 0.6 : 0.75);
  if (fuzz === 0) {
    ctx.beginPath();
    ctx.roundRect(bar.x + 0.5, y + 0.5, Math.max(2, bar.width - 1), ITEM_HEIGHT - 1, RADIUS);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = edge;
    ctx.lineWidth = 1;
    ctx.stroke();
  } else {
    ctx.fillStyle = melting(ctx, shape, fill);
    ctx.fillRect(bar.x, y, bar.width, ITEM_HEIGHT);
    ctx.fillStyle = melting(ctx, shape, edge);
    ctx.fillRect(bar.x, y + ITEM_HEIGHT - 1, bar.width, 1);
  }
  drawTopEdge(ctx, shape, y, look.colour);
}

/** The lane's colour at full strength along the top. */
function drawTopEdge(ctx: CanvasRenderingContext2D, shape: ItemShape, y: number, colour: string) {
  const { bar } = shape;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(bar.x, y, bar.width, ITEM_HEIGHT, shape.fuzz === 0 ? RADIUS : 0);
  ctx.clip();
  ctx.fillStyle = shape.fuzz === 0 ? colour : melting(ctx, shape, colour);
  ctx.fillRect(bar.x, y, bar.width, 3);
  ctx.restore();
}

/** Clear at both ends, full in between. */
function melting(ctx: CanvasRenderingContext2D, { bar, fuzz }: ItemShape, colour: string) {
  const gradient = ctx.createLinearGradient(bar.x, 0, bar.x + bar.width, 0);
  const share = fuzz / bar.width;
  gradient.addColorStop(0, faded(colour, 0.05));
  gradient.addColorStop(share, colour);
  gradient.addColorStop(1 - share, colour);
  gradient.addColorStop(1, faded(colour, 0.05));
  return gradient;
}

function drawMilestone({ ctx, palette }: Pen, shape: ItemShape, y: number, look: ItemLook) {
  const [x, middle] = [shape.bar.x + MILESTONE, y + ITEM_HEIGHT / 2];
  ctx.beginPath();
  ctx.moveTo(x, middle - MILESTONE);
  ctx.lineTo(x + MILESTONE, middle);
  ctx.lineTo(x, middle + MILESTONE);
  ctx.lineTo(x - MILESTONE, middle);
  ctx.closePath();
  ctx.fillStyle = look.colour;
  ctx.fill();
  ctx.strokeStyle = look.hovered ? palette.text : palette.surface;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

function drawWords(pen: Pen, item: LaneItem, shape: ItemShape, y: number, look: ItemLook) {
  const { ctx, palette } = pen;
  const right = shape.bar.x + shape.bar.width;
  const x = shape.textInside ? textStart(shape, pen) : shape.textAfter;
  const end = shape.textInside ? right - PAD : Infinity;
  const chipRoom = shape.chip?.inside ? shape.chip.width + 8 : 0;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `${fonts.title} ${palette.fontFamily}`;
  ctx.fillStyle = palette.text;
  const write = shape.textInside ? plain : haloed(palette.surface);
  write(ctx, ellipsis(item.title, end - x, pen.title), x, y + 16);
  const sign = item.milestone ? 0 : 18;
  const room = end - x - sign - chipRoom;
  if (room < 0) return;
  const quiet = quietText(palette.text, palette.surface);
  const ground = mixed(look.colour, palette.surface, 0.16);
  if (sign > 0) drawStatus(ctx, item.status, x, y + 32, quiet, ground);
  ctx.font = `${fonts.small} ${palette.fontFamily}`;
  ctx.fillStyle = quiet;
  write(ctx, ellipsis(look.second, room, pen.small), x + sign, y + 32.5);
}

type Write = (ctx: CanvasRenderingContext2D, text: string, x: number, y: number) => void;

const plain: Write = (ctx, text, x, y) => ctx.fillText(text, x, y);

/** On open ground: lines that run behind the words stop short of them. */
const haloed =
  (ground: string): Write =>
  (ctx, text, x, y) => {
    ctx.strokeStyle = ground;
    ctx.lineWidth = 5;
    ctx.lineJoin = "round";
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  };

/** Words stay in view while any of their bar is. */
function textStart({ bar, fuzz }: ItemShape, { title }: Pen): number {
  const least = Math.max(40, title("MMMM"));
  const inset = PAD + fuzz / 4;
  const latest = bar.x + bar.width - PAD - least;
  return Math.max(bar.x + inset, Math.min(PAD, latest));
}

function drawWhisker({ ctx, palette }: Pen, whisker: { p50: number; p85: number }, y: number) {
  const { p50, p85 } = whisker;
  ctx.strokeStyle = palette.forecast;
  ctx.fillStyle = palette.forecast;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(p50, y);
  ctx.lineTo(p85, y);
  ctx.moveTo(p85, y - 4);
  ctx.lineTo(p85, y + 4);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(p50, y, 3, 0, 2 * Math.PI);
  ctx.fill();
}

function drawChip(pen: Pen, chip: NonNullable<ItemShape["chip"]>, chance: number, y: number) {
  const { ctx, palette } = pen;
  const colour = palette[outlookOf(chance)];
  const top = y + (chip.inside ? 23 : (ITEM_HEIGHT - CHIP_HEIGHT) / 2);
  ctx.beginPath();
  ctx.roundRect(chip.x + 0.5, top + 0.5, chip.width - 1, CHIP_HEIGHT - 1, CHIP_HEIGHT / 2);
  ctx.fillStyle = mixed(colour, palette.surface, 0.08);
  ctx.fill();
  ctx.strokeStyle = mixed(colour, palette.surface, 0.6);
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.font = `${fonts.chip} ${palette.fontFamily}`;
  ctx.fillStyle = colour;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillText(chip.text, chip.x + 7, top + CHIP_HEIGHT / 2 + 0.5);
}

/** A ring around the chosen item. */
export function drawRing(pen: Pen, shape: ItemShape, y: number) {
  const { ctx, palette } = pen;
  ctx.beginPath();
  ctx.roundRect(shape.bar.x - 2, y - 2, shape.bar.width + 4, ITEM_HEIGHT + 4, RADIUS + 2);
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2;
  ctx.stroke();
}
