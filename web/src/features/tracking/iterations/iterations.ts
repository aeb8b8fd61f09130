import { queryOptions } from "@tanstack/react-query";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { HANGS_ON, type Iteration } from "@/features/scheduling/promises/iterations";

export type IterationPage = Schemas["IterationPage"];

export const iterationQuery = (id: string) =>
  queryOptions({
    queryKey: ["iteration", id],
    meta: { kinds: HANGS_ON },
    queryFn: ({ signal }) => http.get<IterationPage>(`/iterations/${id}`, { signal }),
  });

/** More was promised than the people can do. */
export const isOverbooked = ({ capacity_minutes, totals }: Iteration): boolean =>
  capacity_minutes !== null && totals.minutes > capacity_minutes;

/** The day after, and as long as before: what the next iteration is offered as. */
export function nextDays(last: { start: string; finish: string } | undefined, today: string) {
  const length = last ? daysBetween(last.start, last.finish) : 13;
  const start = last ? shifted(last.finish, 1) : today;
  return { start, finish: shifted(start, length) };
}

const DAY = 86_400_000;
const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / DAY);
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
