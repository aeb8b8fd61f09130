import { useRef } from "react";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";

/** J and K walk the rows of the table inside, from anywhere on the page; Enter then opens the row. */
export function useListKeys() {
  const frame = useRef<HTMLDivElement>(null);
  const walk = (key: "ArrowDown" | "ArrowUp") => () => {
    const rows = frame.current?.querySelector("tbody");
    const focused = document.activeElement?.closest("tr[data-index]");
    if (focused && rows?.contains(focused)) {
      focused.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    } else {
      rows?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    }
  };
  useShortcuts([
    { keys: "j", run: walk("ArrowDown") },
    { keys: "k", run: walk("ArrowUp") },
  ]);
  return frame;
}
