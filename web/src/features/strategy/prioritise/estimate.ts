import type { Estimate, Factor } from "./types";

/** An estimate as a person writes it: "5", "3–8" for an even range, "3/5/8" for low, likely, high. */
export function estimateText(estimate: Estimate | undefined, write: (value: number) => string) {
  if (!estimate) return "";
  const { low, likely, high } = estimate;
  if (low == null || high == null) return likely == null ? "" : write(likely);
  if (likely == null) return `${write(low)}–${write(high)}`;
  return `${write(low)}/${write(likely)}/${write(high)}`;
}

/** Reads it back; null for an empty cell, undefined for what cannot be read. */
export function readEstimate(text: string): Estimate | null | undefined {
  const plain = text.trim();
  if (!plain) return null;
  const parts = plain.split(/\s*(?:\/|–|—|\.\.|\bto\b)\s*|(?<=[\d.,%])\s*-\s*/);
  const figures = parts.map(readFigure);
  if (figures.some((figure) => figure === undefined)) return undefined;
  const [first, second, third] = figures as number[];
  if (figures.length === 1) return { likely: first };
  if (figures.length === 2) return { low: first, high: second };
  return figures.length === 3 ? { low: first, likely: second, high: third } : undefined;
}

/** "1,5", "1.5", "1 500", "80 %", "2k": as typed or pasted from a spreadsheet. */
function readFigure(text: string): number | undefined {
  const match = /^([-+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(k|m|%)?$/i.exec(text.trim());
  if (!match?.[1]) return undefined;
  const figure = Number(match[1].replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
  const times = { k: 1_000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ""] ?? 1;
  return Number.isFinite(figure) ? figure * times : undefined;
}

/** The figure that a formula takes: the likely one, else the middle of the range. */
export function middleOf(estimate: Estimate | undefined): number | undefined {
  if (!estimate) return undefined;
  if (estimate.likely != null) return estimate.likely;
  return estimate.low != null && estimate.high != null
    ? (estimate.low + estimate.high) / 2
    : undefined;
}

/** Moves an estimate to a new figure; the ends of a range move along with it and stay in bounds. */
export function movedTo(estimate: Estimate | undefined, value: number, factor: Factor): Estimate {
  const now = middleOf(estimate);
  if (!estimate || now === undefined || estimate.low == null || estimate.high == null) {
    return { likely: value };
  }
  const step = value - now;
  const ends = {
    low: within(estimate.low + step, factor),
    high: within(estimate.high + step, factor),
  };
  return estimate.likely == null ? ends : { ...ends, likely: value };
}

export function within(value: number, { low, high }: Factor): number {
  return Math.min(
    high ?? Number.POSITIVE_INFINITY,
    Math.max(low ?? Number.NEGATIVE_INFINITY, value),
  );
}
