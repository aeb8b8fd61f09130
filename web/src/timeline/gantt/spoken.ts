import { dateText, lastDay } from "../grid/dates";
import type { Span, TimelineRow } from "../types";
import { say, type TimelineWords } from "../words";

/** A row in words, for those who hear the chart. */
export function spokenRow(
  row: TimelineRow,
  words: TimelineWords,
  locale: string,
  collapsed: boolean,
): string {
  const date = (at: number | null) => (at === null ? "–" : dateText(at, locale));
  const text = say(words.rowSpoken, {
    wbs: row.wbs,
    title: row.title,
    start: date(row.start),
    finish: date(row.finish === null ? null : lastDay(row.finish)),
    percent: Math.round(row.percentComplete),
  });
  const extra = [
    row.inactive ? words.inactiveSpoken : "",
    row.critical ? words.criticalSpoken : row.nearCritical ? words.nearCriticalSpoken : "",
    collapsed ? words.collapsedSpoken : "",
  ].filter((part) => part !== "");
  return [text, ...extra].join(", ");
}

export function spokenMove(title: string, span: Span, words: TimelineWords, locale: string) {
  const start = dateText(span.start, locale);
  return say(words.movedTo, { title, start, finish: dateText(lastDay(span.finish), locale) });
}

export function spokenChart(
  label: string,
  count: number,
  span: Span | null,
  words: TimelineWords,
  locale: string,
): string {
  const date = (at: number | undefined) => (at === undefined ? "–" : dateText(at, locale));
  return say(words.timelineOf, {
    label,
    count,
    start: date(span?.start),
    finish: date(span?.finish),
  });
}
