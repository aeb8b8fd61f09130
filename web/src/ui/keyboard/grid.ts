/** Which cell a key leads to, and which cells a pasted block covers. Rows and columns count from 0. */
export interface Cell {
  row: number;
  column: number;
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that a key leads to within the grid; null for a key that does not move. */
export function stepFrom({ row, column }: Cell, key: string, rows: number, columns: number) {
  const step = STEPS[key];
  if (step) {
    return {
      row: Math.max(0, Math.min(rows - 1, row + step[0])),
      column: Math.max(0, Math.min(columns - 1, column + step[1])),
    };
  }
  if (key === "Home") return { row, column: 0 };
  if (key === "End") return { row, column: columns - 1 };
  return null;
}

/** A block of text from a spreadsheet: lines of cells parted by tabs. */
export function blockOf(text: string): string[][] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
}
