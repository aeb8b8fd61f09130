import { HEADER_HEIGHT } from "../geometry/bars";
import { headerOf, type Tick } from "../geometry/ticks";
import type { Palette } from "../palette";
import type { View } from "../view/viewStore";
import type { Pen } from "./canvas";
import { hairline } from "./shapes";
import { fontOf, widthOf } from "./text";

const HALF = HEADER_HEIGHT / 2;

/** The two rows of dates. Coarse labels stay in view while their stretch is. */
export function drawHeader(pen: Pen, view: View, palette: Palette, locale: string): void {
  const { upper, lower } = headerOf(view.scale, view.width, locale);
  pen.fillStyle = palette.surfaceQuiet;
  pen.fillRect(0, 0, view.width, HEADER_HEIGHT);
  pen.lineWidth = 1;
  pen.textBaseline = "middle";
  drawUpper(pen, upper, palette);
  drawLower(pen, lower, palette);
  pen.strokeStyle = palette.lineStrong;
  hairline(pen, 0, HEADER_HEIGHT - 1, view.width, HEADER_HEIGHT - 1);
}

function drawUpper(pen: Pen, ticks: readonly Tick[], palette: Palette): void {
  const font = fontOf(palette.fontFamily, 12, 600);
  pen.textAlign = "left";
  for (const tick of ticks) {
    const width = widthOf(pen, font, tick.label);
    // Stays at the left edge while its stretch is seen, then slides out with it.
    const x = Math.min(Math.max(tick.x, 0) + 8, tick.x + tick.width - width - 8);
    if (width + 16 <= tick.width) {
      pen.fillStyle = palette.text;
      pen.fillText(tick.label, x, HALF / 2 + 1);
    }
    pen.strokeStyle = palette.lineStrong;
    hairline(pen, tick.x, 0, tick.x, HEADER_HEIGHT - 1);
  }
}

function drawLower(pen: Pen, ticks: readonly Tick[], palette: Palette): void {
  const font = fontOf(palette.fontFamily, 11);
  const wide = Math.max(...ticks.map((tick) => tick.width)) > 76;
  pen.strokeStyle = palette.line;
  pen.textAlign = wide ? "left" : "center";
  for (const tick of ticks) {
    hairline(pen, tick.x, HALF, tick.x, HEADER_HEIGHT);
    if (widthOf(pen, font, tick.label) > tick.width - 2) continue;
    pen.fillStyle = palette.textQuiet;
    pen.fillText(tick.label, wide ? tick.x + 8 : tick.x + tick.width / 2, HALF * 1.5);
  }
  pen.textAlign = "left";
}
