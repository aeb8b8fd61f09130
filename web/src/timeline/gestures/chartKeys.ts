import type { Key } from "../grid/gridKeys";

/** What a key press on the chart means. */
export type ChartDeed =
  | { do: "choose"; rows: number }
  | { do: "scroll"; direction: -1 | 1 }
  | { do: "open" }
  | { do: "nudge"; units: number }
  | { do: "stretch"; units: number }
  | { do: "zoom"; factor: number }
  | { do: "today" }
  | { do: "fold" }
  | { do: "unfold" }
  | { do: "cancel" };

const ZOOM_STEP = 1.5;

export function chartDeed(event: Key, readOnly: boolean): ChartDeed | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return readOnly ? null : altDeed(event);
  switch (event.key) {
    case "ArrowUp":
      return { do: "choose", rows: -1 };
    case "ArrowDown":
      return { do: "choose", rows: 1 };
    case "PageUp":
      return { do: "choose", rows: -15 };
    case "PageDown":
      return { do: "choose", rows: 15 };
    case "ArrowLeft":
      return { do: "scroll", direction: -1 };
    case "ArrowRight":
      return { do: "scroll", direction: 1 };
    case "Enter":
      return { do: "open" };
    case "+":
    case "=":
      return { do: "zoom", factor: ZOOM_STEP };
    case "-":
    case "_":
      return { do: "zoom", factor: 1 / ZOOM_STEP };
    case "t":
    case "T":
      return { do: "today" };
    case "[":
      return { do: "fold" };
    case "]":
      return { do: "unfold" };
    case "Escape":
      return { do: "cancel" };
    default:
      return null;
  }
}

function altDeed({ key, shiftKey }: Key): ChartDeed | null {
  const units = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  if (units === 0) return null;
  return shiftKey ? { do: "stretch", units } : { do: "nudge", units };
}
