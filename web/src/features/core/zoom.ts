import { ZOOM_LEVELS, type Zoom, type ZoomLevel } from "@/timeline/types";

/** A zoom from the address: a level's name or pixels per day; nothing where it is neither. */
export function readZoom(text: string | undefined): Zoom | undefined {
  if (text === undefined) return undefined;
  if ((ZOOM_LEVELS as readonly string[]).includes(text)) return text as ZoomLevel;
  const perDay = Number(text);
  return Number.isFinite(perDay) && perDay > 0 ? perDay : undefined;
}

/** Three figures are as exact as an address needs. */
export function writeZoom(perDay: number): string {
  return String(Number(perDay.toPrecision(3)));
}
