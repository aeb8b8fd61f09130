/** Minutes as people write them: 1:30, 1.5, 1,5, 1h 30m, 90m; nothing written is none. Null for what is no time. */
export function readHours(text: string): number | null {
  const said = text.trim().toLowerCase().replace(",", ".");
  if (said === "") return 0;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(said);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  const units = /^(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?$/.exec(said);
  if (units && (units[1] !== undefined || units[2] !== undefined))
    return within(Number(units[1] ?? 0) * 60 + Number(units[2] ?? 0));
  return /^\d*\.?\d+$|^\d+\.$/.test(said) ? within(Number(said) * 60) : null;
}

const A_DAY = 1440;
const within = (minutes: number): number | null => (minutes <= A_DAY ? Math.round(minutes) : null);

/** Minutes as 1:30; nothing for none. */
export function writeHours(minutes: number): string {
  if (minutes === 0) return "";
  return `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, "0")}`;
}

/** The same where none is told too. */
export const sumOf = (minutes: number): string => writeHours(minutes) || "0:00";

/** A block of cells as a spreadsheet copies it: rows of minutes, null for what is no time. */
export function readBlock(text: string): (number | null)[][] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(readHours));
}
