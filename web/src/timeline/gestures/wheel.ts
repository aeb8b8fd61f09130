export interface WheelLike {
  deltaX: number;
  deltaY: number;
  deltaMode: number;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

export type WheelDeed =
  | { do: "zoom"; factor: number }
  | { do: "pan"; pixels: number }
  | { do: "scroll" };

const LINE = 16;

/** Ctrl zooms, sideways and Shift pan; everything else is ordinary vertical scrolling. */
export function wheelDeed(event: WheelLike): WheelDeed {
  const unit = event.deltaMode === 1 ? LINE : 1;
  if (event.ctrlKey || event.metaKey) {
    const clipped = Math.max(-100, Math.min(100, event.deltaY * unit));
    return { do: "zoom", factor: Math.exp(-clipped * 0.003) };
  }
  if (event.shiftKey) return { do: "pan", pixels: (event.deltaX || event.deltaY) * unit };
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    return { do: "pan", pixels: event.deltaX * unit };
  }
  return { do: "scroll" };
}
