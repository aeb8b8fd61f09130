import type { Window } from "./roadmap";

/** The window with its first day in another quarter and as many months long; all of the quarter where there was none. */
export function shiftedTo(window: Window | null, quarter: string): Window {
  const first = Number(quarter.slice(0, 4)) * 12 + (Number(quarter.slice(6)) - 1) * 3;
  if (!window) {
    return { start: dayOf(first, 1), finish: dayOf(first + 3, 0), precision: "quarter" };
  }
  const months = first - Math.floor(monthOf(window.start) / 3) * 3;
  return {
    start: moved(window.start, months),
    finish: moved(window.finish, months),
    precision: window.precision,
  };
}

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The same day so many months later; a month's last day stays the last. */
function moved(day: string, months: number): string {
  const month = monthOf(day);
  const date = Number(day.slice(8, 10));
  const isLast = dayOf(month + 1, 0) === day;
  const last = dayOf(month + months + 1, 0);
  const same = dayOf(month + months, date);
  return isLast || same > last ? last : same;
}

function dayOf(month: number, day: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10);
}
