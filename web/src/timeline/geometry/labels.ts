import type { Bar } from "./bars";

export interface Label {
  x: number;
  inside: boolean;
}

export type Measure = (text: string) => number;

/** The longest beginning of `text` that fits, with an ellipsis; empty where not even that fits. */
export function ellipsis(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  const cut = (length: number) => `${text.slice(0, length).trimEnd()}…`;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : cut(low);
}

/** Inside the bar where it fits (kept in view when the bar begins further left), else `after` it. */
export function placeLabel(wide: number, bar: Bar, after: number, viewWidth: number): Label | null {
  const pad = 7;
  const left = Math.max(bar.x, 0) + pad;
  const room = Math.min(bar.x + bar.width, viewWidth) - pad - left;
  if (wide <= room) return { x: left, inside: true };
  // Clear of the stub of a link that leaves the bar.
  const x = after + 12;
  return x < -wide || x > viewWidth ? null : { x, inside: false };
}
