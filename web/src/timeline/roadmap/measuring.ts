import type { Measure } from "../geometry/labels";
import type { Measures } from "./itemShape";
import { fonts } from "./measures";

/** Widths of words in the three faces of the roadmap; each is measured once. */
export function measuresIn(fontFamily: string): Measures {
  const ctx = typeof document === "undefined" ? null : contextOf(document.createElement("canvas"));
  return {
    title: measureIn(ctx, `${fonts.title} ${fontFamily}`),
    small: measureIn(ctx, `${fonts.small} ${fontFamily}`),
    chip: measureIn(ctx, `${fonts.chip} ${fontFamily}`),
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return typeof CanvasRenderingContext2D === "undefined" ? null : canvas.getContext("2d");
}

function measureIn(ctx: CanvasRenderingContext2D | null, font: string): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (ctx) ctx.font = font;
    const width = ctx ? ctx.measureText(text).width : text.length * 7;
    known.set(text, width);
    return width;
  };
}
