import { DAY, minuteOf } from "@/timeline/geometry/time";
import type { Forecast } from "./plan";

export interface Column {
  /** Shares of the width and height, 0 to 1. */
  x: number;
  width: number;
  height: number;
  isLate: boolean;
  at: string;
  count: number;
}

export interface Histogram {
  columns: Column[];
  /** Where a moment stands, as a share of the width; null outside. */
  xOf: (at: string) => number | null;
}

/** Bars of equal width between the first finish and the last, wide enough to hold the deadline. */
export function histogramOf({
  histogram,
  deadline,
}: Pick<Forecast, "histogram" | "deadline">): Histogram {
  const times = histogram.map(({ at }) => minuteOf(at));
  const step = Math.min(
    ...times.slice(1).map((time, index) => time - (times[index] ?? time)),
    7 * DAY,
  );
  const limit = deadline ? minuteOf(deadline) : null;
  const first = Math.min(...times, limit ?? Infinity) - step;
  const last = Math.max(...times, limit ?? -Infinity) + 2 * step;
  const most = Math.max(1, ...histogram.map(({ count }) => count));
  const share = (minute: number) => (minute - first) / (last - first);
  return {
    columns: histogram.map(({ at, count }, index) => ({
      x: share(times[index] ?? first),
      width: step / (last - first),
      height: count / most,
      isLate: limit !== null && (times[index] ?? first) > limit,
      at,
      count,
    })),
    xOf: (at) => {
      const x = share(minuteOf(at));
      return x >= 0 && x <= 1 ? x : null;
    },
  };
}
