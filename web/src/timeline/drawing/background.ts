import { barOf, HEADER_HEIGHT } from "../geometry/bars";
import { xOf } from "../geometry/scale";
import { daysOff } from "../geometry/shading";
import { headerOf } from "../geometry/ticks";
import type { Palette } from "../palette";
import type { Minute } from "../types";
import type { View } from "../view/viewStore";
import type { Pen } from "./canvas";
import { hairline } from "./shapes";
import { fontOf, widthOf } from "./text";

/** Days off and the lines of the header carried down. */
export function drawDays(
  pen: Pen,
  view: View,
  palette: Palette,
  locale: string,
  isWorkingDay?: (day: Minute) => boolean,
): void {
  const bottom = HEADER_HEIGHT + view.height;
  pen.fillStyle = palette.offTime;
  for (const span of daysOff(view.scale, view.width, isWorkingDay)) {
    const { x, width } = barOf(span, view.scale);
    pen.fillRect(Math.round(x), HEADER_HEIGHT, Math.round(x + width) - Math.round(x), bottom);
  }
  const { upper, lower } = headerOf(view.scale, view.width, locale);
  pen.lineWidth = 1;
  pen.strokeStyle = palette.line;
  for (const tick of lower) {
    if (tick.width > 30) hairline(pen, tick.x, HEADER_HEIGHT, tick.x, bottom);
  }
  pen.strokeStyle = palette.lineStrong;
  for (const tick of upper) hairline(pen, tick.x, HEADER_HEIGHT, tick.x, bottom);
}

export interface Marker {
  at: Minute;
  label: string;
  colour: string;
  dashed: boolean;
}

/** A line over the full height, its word at the foot of the header. */
export function drawMarker(pen: Pen, view: View, palette: Palette, marker: Marker): void {
  const x = Math.round(xOf(view.scale, marker.at));
  if (x < -60 || x > view.width + 60) return;
  pen.save();
  pen.strokeStyle = marker.colour;
  pen.lineWidth = 1.5;
  if (marker.dashed) pen.setLineDash([5, 4]);
  pen.beginPath();
  pen.moveTo(x, HEADER_HEIGHT);
  pen.lineTo(x, HEADER_HEIGHT + view.height);
  pen.stroke();
  pen.restore();
  drawFlag(pen, x, palette, marker);
}

function drawFlag(pen: Pen, x: number, palette: Palette, marker: Marker): void {
  const font = fontOf(palette.fontFamily, 11, 600);
  const width = widthOf(pen, font, marker.label) + 10;
  pen.fillStyle = marker.colour;
  pen.beginPath();
  pen.roundRect(x - width / 2, HEADER_HEIGHT - 18, width, 16, 3);
  pen.fill();
  pen.fillStyle = palette.surface;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = font;
  pen.fillText(marker.label, x, HEADER_HEIGHT - 9.5);
  pen.textAlign = "left";
}
