/** What the Strategy page shows, as the address holds it. */
export interface StrategyView {
  /** The number of an earlier version of the vision; the newest without it. */
  vision?: number;
  /** The next version of the vision is being written. */
  edit?: boolean;
  /** Objectives of one period only. */
  period?: string;
}

export type OnView = (next: Partial<StrategyView>) => void;

/** Reads the address; what it does not understand is left out, never an error. */
export function readStrategy(search: Record<string, unknown>): StrategyView {
  return {
    vision: typeof search.vision === "number" ? search.vision : undefined,
    edit: search.edit === true || undefined,
    // The router reads ?period=2026 as a number.
    period:
      typeof search.period === "string" || typeof search.period === "number"
        ? String(search.period)
        : undefined,
  };
}
