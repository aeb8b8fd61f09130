import { momentOf } from "@/ui/words/figures";

interface Days {
  start: string;
  finish: string;
}

/** `quartersText({start: "2026-04-01", finish: "2026-09-30"})` is "Q2 – Q3 2026". */
export function quartersText({ start, finish }: Days): string {
  const from = quarterOf(start);
  const until = quarterOf(finish);
  if (from.year !== until.year)
    return `Q${from.quarter} ${from.year} – Q${until.quarter} ${until.year}`;
  if (from.quarter === until.quarter) return `Q${from.quarter} ${from.year}`;
  return `Q${from.quarter} – Q${until.quarter} ${until.year}`;
}

export function monthsText({ start, finish }: Days, locale?: string): string {
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric" });
  return month.formatRange(momentOf(start), momentOf(finish));
}

function quarterOf(day: string): { year: string; quarter: number } {
  return { year: day.slice(0, 4), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) };
}
