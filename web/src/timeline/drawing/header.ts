import { HEADER_HEIGHT } from "../geometry/bars";
import { headerOf, type Tick } from "../geometry/ticks";
import type { Palette } from "../palette";
import type { View } from "../view/viewStore";
import type { Pen } from "./canvas";
import { hairline } from "./shapes";
import { fitted, fontOf, widthOf } from "./text";

const HALF = HEADER_HEIGHT / 2;

/** The two rows of dates. Coarse labels stay in view while their stretch is. */
export function drawHeader(pen: Pen, view: View, palette: Palette, locale: string): void {
  const { upper, lower } = headerOf(view.scale, view.width, locale);
  pen.fillStyle = palette.surfaceQuiet;
  pen.fillRect(0, 0, view.width, HEADER_HEIGHT);
  pen.lineWidth = 1;
  pen.textBaseline = "middle";
  drawUpper(pen, upper, view.width, palette);
  drawLower(pen, lower, palette);
  pen.strokeStyle = palette.lineStrong;
  hairline(pen, 0, HEADER_HEIGHT - 1, view.width, HEADER_HEIGHT - 1);
}

function drawUpper(pen: Pen, ticks: readonly Tick[], width: number, palette: Palette): void {
  const font = fontOf(palette.fontFamily, 12, 600);
  for (const tick of ticks) {
    const end = tick.x + tick.width;
    const x = Math.max(tick.x, 0) + 8;
    pen.fillStyle = palette.text;
    pen.textAlign = "left";
    const text = fitted(pen, font, tick.label, Math.min(end, width + 200) - x - 6);
    pen.font = font;
    pen.fillText(text, x, HALF / 2 + 1);
    pen.strokeStyle = palette.lineStrong;
    hairline(pen, tick.x, 0, tick.x, HEADER_HEIGHT - 1);
  }
}

function drawLower(pen: Pen, ticks: readonly Tick[], palette: Palette): void {
  const font = fontOf(palette.fontFamily, 11);
  pen.strokeStyle = palette.line;
  for (const tick of ticks) {
    hairline(pen, tick.x, HALF, tick.x, HEADER_HEIGHT);
    if (widthOf(pen, font, tick.label) > tick.width - 2) continue;
    const wide = tick.width > 90;
    pen.fillStyle = palette.textQuiet;
    pen.textAlign = wide ? "left" : "center";
    pen.fillText(tick.label, wide ? tick.x + 8 : tick.x + tick.width / 2, HALF * 1.5);
  }
  pen.textAlign = "left";
}
