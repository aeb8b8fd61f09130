import { useDurationText } from "./useDurationText";

interface Lagging {
  lag_minutes: number;
  lag_unit: string;
}

/** A lag as "+3d", "−4h" or "+50 %"; nothing where there is none. */
export function useLagText(): (link: Lagging) => string {
  const durationText = useDurationText();
  return ({ lag_minutes, lag_unit }) => {
    if (lag_minutes === 0) return "";
    const sign = lag_minutes > 0 ? "+" : "−";
    const size = Math.abs(lag_minutes);
    return `${sign}${lag_unit === "percent" ? `${size} %` : durationText(size)}`;
  };
}
