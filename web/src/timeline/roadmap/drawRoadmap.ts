import { drawDays, drawMarker } from "../drawing/background";
import { drawHeader } from "../drawing/header";
import { HEADER_HEIGHT } from "../geometry/bars";
import { ellipsis } from "../geometry/labels";
import { moveSnapped } from "../geometry/snap";
import type { Gesture } from "../gestures/drag";
import type { Palette } from "../palette";
import type { ItemLink, LaneItem, Minute } from "../types";
import type { View } from "../view/viewStore";
import type { TimelineWords } from "../words";
import { drawItem, drawRing, type Pen } from "./drawItem";
import { drawItemLinks } from "./drawItemLinks";
import { drawLinking } from "./drawLinking";
import { drawGhost, drawPromises, drawRollup } from "./drawMarks";
import { type Measures, secondLine, shapeOf } from "./itemShape";
import { fonts, LANE_HEADING, TRACK_HEIGHT } from "./measures";
import { bandAt, type PlacedItem, type Scene } from "./scene";

export interface Picture {
  scene: Scene;
  view: View;
  narrow: boolean;
  gesture: Gesture;
  hoverId: string | null;
  chosenId: string | null;
  today: Minute | null;
  links: readonly ItemLink[];
  pickedIds: ReadonlySet<string>;
  /** Dependencies can be drawn from the end of a bar. */
  linkable: boolean;
  palette: Palette;
  words: TimelineWords;
  locale: string;
  measures: Measures;
}

export function drawRoadmap(ctx: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, view, measures, locale } = picture;
  const pen: Pen = { ctx, palette, title: measures.title, small: measures.small };
  ctx.fillStyle = palette.surface;
  ctx.fillRect(0, 0, view.width, view.height + HEADER_HEIGHT);
  inLanes(ctx, view, () => drawBands(pen, picture));
  drawDays(ctx, view, palette, locale, everyDay);
  drawToday(ctx, picture);
  inLanes(ctx, view, () => {
    drawItemLinks(ctx, picture);
    if (picture.narrow) drawHeadings(pen, picture);
    drawItems(pen, picture);
    drawLinking(pen, picture);
  });
  drawHeader(ctx, view, palette, locale);
  inHeader(ctx, view, () => drawToday(ctx, picture));
}

/** Its line runs behind the bars, so that no title is struck through; its word stands on the header. */
function drawToday(ctx: CanvasRenderingContext2D, { today, palette, view, words }: Picture) {
  if (today === null) return;
  const marker = { at: today, label: words.today, colour: palette.today, dashed: false };
  drawMarker(ctx, view, palette, marker);
}

function inHeader(ctx: CanvasRenderingContext2D, view: View, paint: () => void) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, view.width, HEADER_HEIGHT);
  ctx.clip();
  paint();
  ctx.restore();
}

/** Weekends say nothing on a roadmap of months. */
const everyDay = () => true;

/** With y = 0 at the top of the first lane. */
function inLanes(ctx: CanvasRenderingContext2D, view: View, paint: () => void) {
  ctx.save();
  ctx.translate(0, HEADER_HEIGHT - view.scrollTop);
  paint();
  ctx.restore();
}

function drawBands({ ctx, palette }: Pen, { scene, gesture, view }: Picture) {
  const { width, scrollTop } = view;
  const dragged = gesture.kind === "move" ? gesture.touch.y - HEADER_HEIGHT + scrollTop : null;
  const target = dragged === null ? null : bandAt(scene, dragged);
  for (const band of scene.bands) {
    if (band === target) {
      ctx.fillStyle = palette.rowChosen;
      ctx.fillRect(0, band.top, width, band.height);
    }
    ctx.fillStyle = palette.lineStrong;
    ctx.fillRect(0, band.top + band.height - 1, width, 1);
  }
}

/** Lane titles above their items, where there is no room beside them. */
function drawHeadings({ ctx, palette, title }: Pen, { scene, view: { width } }: Picture) {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `${fonts.title} ${palette.fontFamily}`;
  for (const band of scene.bands) {
    ctx.fillStyle = palette.surfaceQuiet;
    ctx.fillRect(0, band.top, width, LANE_HEADING);
    ctx.fillStyle = band.colour ?? palette.textQuiet;
    ctx.fillRect(0, band.top, 4, LANE_HEADING);
    ctx.fillStyle = palette.text;
    ctx.fillText(ellipsis(band.title, width - 24, title), 12, band.top + 13.5);
  }
}

function drawItems(pen: Pen, picture: Picture) {
  const { gesture, scene } = picture;
  const { scrollTop, height } = picture.view;
  const held = heldBy(picture);
  for (const placed of scene.items.values()) {
    const below = placed.top - scrollTop > height;
    const above = placed.top + TRACK_HEIGHT < scrollTop;
    if (below || above || held.has(placed.item.id)) continue;
    drawPlaced(pen, picture, placed, placed.item, placed.top, false);
  }
  if (gesture.kind !== "move" && gesture.kind !== "resize") return;
  const shift = gesture.kind === "move" ? gesture.touch.y - gesture.from.y : 0;
  const minutes = gesture.span.start - gesture.was.start;
  for (const id of held) {
    const placed = scene.items.get(id);
    if (!placed) continue;
    const own = id === gesture.id;
    const item = { ...placed.item, ...(own ? gesture.span : movedBy(placed.item, minutes)) };
    drawPlaced(pen, picture, placed, item, placed.top + (own ? shift : 0), true);
  }
}

const movedBy = (item: LaneItem, minutes: number) =>
  moveSnapped({ start: item.start, finish: item.finish }, minutes, item.precision);

/** What is being dragged: one item, or all that are picked together with it. */
function heldBy({ gesture, pickedIds }: Picture): ReadonlySet<string> {
  if (gesture.kind === "move" && pickedIds.has(gesture.id)) return pickedIds;
  return new Set(gesture.kind === "move" || gesture.kind === "resize" ? [gesture.id] : []);
}

function drawPlaced(
  pen: Pen,
  picture: Picture,
  { band }: PlacedItem,
  item: LaneItem,
  top: number,
  dragged: boolean,
) {
  const { words, palette, view } = picture;
  const shape = shapeOf(item, item, view.scale, picture.measures, words, picture.locale);
  drawGhost(pen, picture, item, top);
  if (shape.to < 0 || shape.from > view.width) return;
  if (item.rollup) drawRollup(pen, picture, item.rollup, top);
  drawItem(pen, item, shape, top, {
    colour: item.colour ?? band.colour ?? palette.textQuiet,
    chosen: item.id === picture.chosenId,
    hovered: item.id === picture.hoverId,
    dragged,
    second: secondLine(item, words, picture.locale),
  });
  if (item.promises) drawPromises(pen, picture, item, top, dragged);
  const ringed = item.id === picture.chosenId || picture.pickedIds.has(item.id);
  if (ringed || dragged) drawRing(pen, shape, top);
}
