import { dateText, lastDay } from "../grid/dates";
import { chanceText } from "../table/roadmapTable";
import type { Lane, LaneItem } from "../types";
import { say, type TimelineWords } from "../words";
import { extentOf } from "./extent";

/** What is said of the whole picture. */
export function roadmapSpoken(
  label: string,
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  words: TimelineWords,
  locale: string,
): string {
  const span = extentOf(items);
  if (!span) return `${label}. ${words.emptyRoadmap}`;
  return say(words.roadmapOf, {
    label,
    count: items.length,
    lanes: lanes.length,
    start: dateText(span.start, locale),
    finish: dateText(lastDay(span.finish), locale),
  });
}

/** What is said when an item is chosen. */
export function itemSpoken(
  item: LaneItem,
  lane: string | null,
  words: TimelineWords,
  locale: string,
): string {
  const spoken = say(words.itemSpoken, {
    title: item.title,
    lane: lane ?? words.noLane,
    status: words[item.status],
    start: dateText(item.start, locale),
    finish: dateText(lastDay(item.finish), locale),
  });
  if (item.forecast?.probability == null) return spoken;
  return `${spoken}, ${chanceText(item, words, locale)}`;
}
