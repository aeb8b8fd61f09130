import { useFigures } from "@/ui/words/figures";

/** A figure with its unit: "19 min", "46 %"; signs that stick to the number do. */
export function useMeasure(): (value: number, unit: string) => string {
  const figures = useFigures();
  return (value, unit) => (unit ? `${figures.number(value)}\u00a0${unit}` : figures.number(value));
}
