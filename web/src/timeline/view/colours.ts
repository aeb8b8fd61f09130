import type { CSSProperties } from "react";
import type { Palette } from "../palette";

/** The palette as custom properties, so that what is not drawn on the canvas matches what is. */
export function colourProperties(palette: Palette): CSSProperties {
  return {
    "--tl-surface": palette.surface,
    "--tl-surface-quiet": palette.surfaceQuiet,
    "--tl-row-hover": palette.rowHover,
    "--tl-row-chosen": palette.rowChosen,
    "--tl-row-moved": palette.rowMoved,
    "--tl-line": palette.line,
    "--tl-line-strong": palette.lineStrong,
    "--tl-text": palette.text,
    "--tl-text-quiet": palette.textQuiet,
    "--tl-accent": palette.accent,
    "--tl-critical": palette.criticalEdge,
    "--tl-bad": palette.bad,
    "--tl-good": palette.good,
    "--tl-warning": palette.warning,
    "--tl-moved": palette.moved,
    fontFamily: palette.fontFamily,
    colorScheme: palette.scheme,
  } as CSSProperties;
}
