type Cell = string | number;

/** The text of a CSV file as the browser keeps it. */
export function csvFile(text: string): Blob {
  return new Blob([text], { type: "text/csv;charset=utf-8" });
}

/** Rows as CSV. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${rows.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  // What begins like a formula would be one in a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
