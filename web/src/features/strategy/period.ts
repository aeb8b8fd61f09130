/** A period as the server writes it: 2026, 2026-H2, 2026-Q4, 2026-11, or empty for none. */
const PERIOD = /^(\d{4})(?:-(?:(Q[1-4])|(H[12])|(0[1-9]|1[0-2])))?$/;

export interface Group<T> {
  period: string;
  items: T[];
}

/** Objects by period, the latest first and those without one last; the order inside stays. */
export function byPeriod<T extends { period: string }>(items: readonly T[]): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.period);
    if (group) group.push(item);
    else groups.set(item.period, [item]);
  }
  return [...groups]
    .map(([period, inside]) => ({ period, items: inside }))
    .sort((a, b) => lastMonthOf(b.period) - lastMonthOf(a.period) || spanOf(a) - spanOf(b));
}

/** A period in words: "Q4 2026", "H2 2026", "November 2026"; null for none or one we cannot read. */
export function periodText(period: string, locale?: string): string | null {
  const match = PERIOD.exec(period);
  if (!match) return null;
  const [, year, quarter, half, month] = match;
  if (month) {
    return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(
      new Date(Number(year), Number(month) - 1, 1),
    );
  }
  return [quarter ?? half, year].filter(Boolean).join(" ");
}

/** The quarter that a day lies in. */
export function quarterOf(day: Date): string {
  return `${day.getFullYear()}-Q${Math.floor(day.getMonth() / 3) + 1}`;
}

/** The periods one most likely plans for: this quarter and the three after it, then the years. */
export function likelyPeriods(today: Date): string[] {
  const first = today.getFullYear() * 4 + Math.floor(today.getMonth() / 3);
  const quarters = [0, 1, 2, 3].map((ahead) => {
    const quarter = first + ahead;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
  const year = today.getFullYear();
  return [...quarters, `${year}-H2`, `${year}`, `${year + 1}-H1`, `${year + 1}`];
}

/** Months since year nought at the period's end, to sort by. */
function lastMonthOf(period: string): number {
  const match = PERIOD.exec(period);
  if (!match) return Number.NEGATIVE_INFINITY;
  const [, year, quarter, half, month] = match;
  const last = month
    ? Number(month)
    : quarter
      ? Number(quarter[1]) * 3
      : half
        ? Number(half[1]) * 6
        : 12;
  return Number(year) * 12 + last;
}

/** Of two that end together the shorter is the nearer one: its name is the longer. */
function spanOf({ period }: { period: string }): number {
  return -period.length;
}
