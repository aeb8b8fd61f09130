import type { RowsCommand } from "../ganttProps";

/** What a key press in the outline means. `null`: nothing of ours, leave it to the browser. */
export type GridDeed =
  | { do: "move"; rows: number; columns: number }
  | { do: "stretch"; rows: number }
  | { do: "all" }
  | { do: "fill" }
  | { do: "command"; command: RowsCommand }
  | { do: "page"; pages: number }
  | { do: "edge"; end: "first" | "last" }
  | { do: "edit"; draft: string | null }
  | { do: "clear" }
  | { do: "add" }
  | { do: "indent" }
  | { do: "outdent" }
  | { do: "reorder"; direction: "up" | "down" }
  | { do: "remove" }
  | { do: "open" }
  | { do: "fold" }
  | { do: "unfold" }
  | { do: "leave" };

export interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** With Alt. */
const COMMANDS: Record<string, RowsCommand> = { s: "split", m: "merge", c: "clone", e: "bulk" };

/** Keys while no cell is edited. */
export function gridDeed(event: Key, readOnly: boolean): GridDeed | null {
  const { key } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey) return readOnly || command ? null : altDeed(key);
  if (command) return commandDeed(key, readOnly);
  const move = MOVES[key];
  if (move && event.shiftKey && move[0] !== 0) return { do: "stretch", rows: move[0] };
  if (move) return { do: "move", rows: move[0], columns: move[1] };
  if (key === "PageDown" || key === "PageUp")
    return { do: "page", pages: key === "PageUp" ? -1 : 1 };
  if (key === "Home") return { do: "move", rows: 0, columns: -99 };
  if (key === "End") return { do: "move", rows: 0, columns: 99 };
  if (key === "[") return { do: "fold" };
  if (key === "]") return { do: "unfold" };
  if (key === "Escape") return { do: "leave" };
  if (readOnly) return key === "Enter" ? { do: "open" } : null;
  return editDeed(event);
}

function altDeed(key: string): GridDeed | null {
  if (key === "ArrowUp") return { do: "reorder", direction: "up" };
  if (key === "ArrowDown") return { do: "reorder", direction: "down" };
  if (key === "ArrowRight") return { do: "indent" };
  if (key === "ArrowLeft") return { do: "outdent" };
  const command = COMMANDS[key.toLowerCase()];
  return command ? { do: "command", command } : null;
}

function commandDeed(key: string, readOnly: boolean): GridDeed | null {
  if (key === "a") return { do: "all" };
  if (key === "d" && !readOnly) return { do: "fill" };
  if (key === "Enter") return { do: "open" };
  if (key === "Home") return { do: "edge", end: "first" };
  if (key === "End") return { do: "edge", end: "last" };
  return null;
}

function editDeed({ key, shiftKey }: Key): GridDeed | null {
  if (key === "Enter") return { do: "add" };
  if (key === "F2") return { do: "edit", draft: null };
  if (key === "Tab") return { do: shiftKey ? "outdent" : "indent" };
  if (key === "Delete") return { do: "remove" };
  if (key === "Backspace") return { do: "clear" };
  // One character long: a letter, not the name of a key.
  if ([...key].length === 1) return { do: "edit", draft: key };
  return null;
}
