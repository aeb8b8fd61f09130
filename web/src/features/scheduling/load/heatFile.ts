import { csvOf } from "./csv";
import type { Heat, HeatRow } from "./load";

interface Words {
  who: string;
  role: string;
  measure: string;
  /** What each line of a resource counts, in hours. */
  of: Record<"booked" | "asked" | "capacity" | "over", string>;
}

/** The rows that the text means, by name, key, role or project. */
export function foundIn(rows: readonly HeatRow[], q: string): readonly HeatRow[] {
  const wanted = q.trim().toLocaleLowerCase();
  if (wanted === "") return rows;
  return rows.filter(({ resource, role, project }) =>
    [resource.title, resource.key, role?.title, project?.title].some((text) =>
      text?.toLocaleLowerCase().includes(wanted),
    ),
  );
}

/** The map as CSV: of every resource a line for what is booked, asked for, there, and too much, in hours. */
export function heatCsv({ periods, rows }: Pick<Heat, "periods" | "rows">, words: Words): string {
  const head = ["Key", words.who, words.role, words.measure, ...periods.map(({ first }) => first)];
  const lines = rows.flatMap((row) => {
    const said = [row.resource.key, row.resource.title, row.role?.title ?? ""];
    const line = (measure: string, hours: readonly number[]) => [...said, measure, ...hours];
    return [
      line(words.of.booked, row.hard),
      line(words.of.asked, row.soft),
      line(words.of.capacity, row.capacity),
      line(words.of.over, row.over),
    ];
  });
  return csvOf([head, ...lines]);
}
