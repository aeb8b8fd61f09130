import type { Series } from "@/ui/chart/chart";
import { stacked } from "@/ui/chart/chart";
import type { Heat, HeatRow } from "./load";

interface Words {
  hard: string;
  soft: string;
  capacity: string;
}

/** Hours of work in each period against what there is, of one row or of all together. */
export function loadSeries(heat: Heat, rows: readonly HeatRow[], soft: boolean, words: Words) {
  const sums = (of: (row: HeatRow) => readonly number[]) =>
    heat.periods.map(({ first }, place) => ({
      day: first,
      value: rows.reduce((sum, row) => sum + (of(row)[place] ?? 0), 0),
    }));
  const work: Series[] = [
    { name: words.hard, colour: "var(--nl-accent)", shape: "bar", points: sums((row) => row.hard) },
  ];
  if (soft) {
    const points = sums((row) => row.soft);
    work.push({ name: words.soft, colour: "var(--nl-warning)", shape: "bar", points });
  }
  const capacity: Series = {
    name: words.capacity,
    colour: "var(--mantine-color-text)",
    shape: "line",
    points: sums((row) => row.capacity),
  };
  return [...stacked(work), capacity];
}
