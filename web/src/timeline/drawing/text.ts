import { ellipsis } from "../geometry/labels";
import type { Pen } from "./canvas";

const widths = new Map<string, Map<string, number>>();
const LIMIT = 20_000;

/** The width of `text` in a font, measured once. Leaves the pen with that font. */
export function widthOf(pen: Pen, font: string, text: string): number {
  if (pen.font !== font) pen.font = font;
  let known = widths.get(font);
  if (!known || known.size > LIMIT) {
    known = new Map();
    widths.set(font, known);
  }
  let width = known.get(text);
  if (width === undefined) {
    width = pen.measureText(text).width;
    known.set(text, width);
  }
  return width;
}

const cuts = new Map<string, string>();

/** `text`, shortened to the room there is. */
export function fitted(pen: Pen, font: string, text: string, room: number): string {
  if (widthOf(pen, font, text) <= room) return text;
  // Rooms are rounded so that a pan or a zoom does not fill the store.
  const whole = Math.floor(room / 4) * 4;
  const key = `${font}|${whole}|${text}`;
  let cut = cuts.get(key);
  if (cut === undefined) {
    if (cuts.size > LIMIT) cuts.clear();
    cut = ellipsis(text, whole, (part) => widthOf(pen, font, part));
    cuts.set(key, cut);
  }
  return cut;
}

/** Called when web fonts have arrived: everything measured before is wrong. */
export function forgetWidths(): void {
  widths.clear();
  cuts.clear();
}

export const fontOf = (family: string, size: number, weight = 400): string =>
  `${weight} ${size}px ${family}`;
