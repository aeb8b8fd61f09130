import { dateText, lastDay } from "../grid/dates";
import type { TableColumn, TableRow } from "../TimelineTable";
import type { Lane, LaneItem } from "../types";
import { say, type TimelineWords } from "../words";

export function roadmapColumns(words: TimelineWords): TableColumn[] {
  return [
    { id: "title", title: words.title },
    { id: "lane", title: words.lane },
    { id: "status", title: words.status },
    { id: "start", title: words.start, numeric: true },
    { id: "finish", title: words.finish, numeric: true },
    { id: "forecast", title: words.forecast, numeric: true },
    { id: "chance", title: words.probability, numeric: true },
  ];
}

/** Items lane by lane, each lane by start. */
export function roadmapRows(
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  words: TimelineWords,
  locale: string,
): TableRow[] {
  const order = new Map(lanes.map((lane, index) => [lane.id, index]));
  const titles = new Map(lanes.map((lane) => [lane.id, lane.title]));
  const place = (item: LaneItem) => order.get(item.laneId ?? "") ?? lanes.length;
  const sorted = [...items].sort((a, b) => place(a) - place(b) || a.start - b.start);
  return sorted.map((item) => ({
    id: item.id,
    cells: [
      item.key ? `${item.key} ${item.title}` : item.title,
      titles.get(item.laneId ?? "") ?? words.noLane,
      words[item.status],
      dateText(item.start, locale),
      dateText(lastDay(item.finish), locale),
      forecastText(item, locale),
      chanceText(item, words, locale),
    ],
  }));
}

function forecastText({ forecast }: LaneItem, locale: string): string {
  if (!forecast) return "–";
  return `${dateText(lastDay(forecast.p50), locale)} – ${dateText(lastDay(forecast.p85), locale)}`;
}

export function chanceText(item: LaneItem, words: TimelineWords, locale: string): string {
  const chance = item.forecast?.probability;
  if (chance == null) return "–";
  return say(words.chance, { percent: percentText(chance, locale) });
}

/** 0.724 is "72". Never 0 or 100 unless it is exactly so. */
export function percentText(chance: number, locale: string): string {
  const rounded = Math.round(chance * 100);
  const honest = chance > 0 && chance < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return new Intl.NumberFormat(locale || undefined).format(honest);
}
