type Interval = [number, number];

/** Hours of a day as somebody writes them: "8:00-12:00, 13:00-17:00"; nothing is a free day, null cannot be read. */
export function readHours(text: string): Interval[] | null {
  const said = text.trim();
  if (said === "") return [];
  const found: Interval[] = [];
  for (const part of said.split(/[,;]/)) {
    const match = /^\s*(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?\s*$/.exec(part);
    if (!match) return null;
    const start = Number(match[1]) * 60 + Number(match[2] ?? 0);
    const end = Number(match[3]) * 60 + Number(match[4] ?? 0);
    if (end <= start || end > 1440 || start < (found.at(-1)?.[1] ?? 0)) return null;
    found.push([start, end]);
  }
  return found;
}

/** The other way round. */
export function writeHours(day: readonly (readonly number[])[]): string {
  return day.map(([start = 0, end = 0]) => `${clock(start)}–${clock(end)}`).join(", ");
}

/** A week in words, days with the same hours together, those without any left out. */
export function writeWeek(
  week: readonly (readonly (readonly number[])[])[],
  name: (day: number) => string,
): string {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, intervals] of week.entries()) {
    const hours = writeHours(intervals);
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs
    .filter(({ hours }) => hours !== "")
    .map(({ first, last, hours }) =>
      last === first ? `${name(first)} ${hours}` : `${name(first)}–${name(last)} ${hours}`,
    )
    .join("; ");
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
