import { useFigures } from "@/ui/words/figures";
import { useLocale } from "./useLocale";
import { monthsText, quartersText } from "./windowText";

interface Window {
  start: string;
  finish: string;
  precision: "day" | "month" | "quarter";
}

/** "Q2 – Q3 2026", "Apr – Jun 2026" or two days: as exact as it is meant. */
export function useWindowText(): (window: Window) => string {
  const figures = useFigures();
  const locale = useLocale();
  return (window) => {
    if (window.precision === "quarter") return quartersText(window);
    if (window.precision === "month") return monthsText(window, locale);
    return `${figures.date(window.start)} – ${figures.date(window.finish)}`;
  };
}
