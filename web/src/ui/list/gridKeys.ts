export interface Place {
  line: number;
  column: number;
}

export interface Size {
  lines: number;
  columns: number;
  /** Lines that fit on the screen. */
  page: number;
}

/** Where a key leads from a cell, as in a spreadsheet; undefined for keys that do not walk. */
export function walked(key: string, from: Place, size: Size): Place | undefined {
  const steps: Record<string, Place> = {
    ArrowDown: { ...from, line: from.line + 1 },
    ArrowUp: { ...from, line: from.line - 1 },
    ArrowRight: { ...from, column: from.column + 1 },
    ArrowLeft: { ...from, column: from.column - 1 },
    PageDown: { ...from, line: from.line + size.page },
    PageUp: { ...from, line: from.line - size.page },
    Home: { ...from, column: 0 },
    End: { ...from, column: size.columns - 1 },
  };
  const to = steps[key];
  return to && { line: within(to.line, size.lines), column: within(to.column, size.columns) };
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
