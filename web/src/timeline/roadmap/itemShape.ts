import { type Bar, barOf } from "../geometry/bars";
import type { Measure } from "../geometry/labels";
import { type Scale, xOf } from "../geometry/scale";
import { dateText } from "../grid/dates";
import { percentText } from "../table/roadmapTable";
import type { LaneItem, Precision, Span } from "../types";
import type { TimelineWords } from "../words";
import { MILESTONE } from "./measures";

export interface Measures {
  title: Measure;
  small: Measure;
  chip: Measure;
}

export interface ItemShape {
  bar: Bar;
  /** How far each end melts into the ground: the window is a month or a quarter, not a day. */
  fuzz: number;
  textInside: boolean;
  /** Where the two lines of text begin when they stand after the bar. */
  textAfter: number;
  whisker: { p50: number; p85: number } | null;
  chip: { text: string; width: number; inside: boolean; x: number } | null;
  /** Everything drawn lies between these. */
  from: number;
  to: number;
}

const PAD = 10;
const GAP = 8;
const ICON = 18;
/** Wide enough for a title worth reading, though cut. */
const READABLE = 132;
const FUZZ: Record<Precision, number> = { day: 0, month: 16, quarter: 32 };

/** Where every part of an item lies at a zoom. */
export function shapeOf(
  item: LaneItem,
  span: Span,
  scale: Scale,
  measures: Measures,
  words: TimelineWords,
  locale: string,
): ItemShape {
  const bar = item.milestone
    ? { x: xOf(scale, span.start) - MILESTONE, width: 2 * MILESTONE }
    : barOf(span, scale, 6);
  const right = bar.x + bar.width;
  const whisker = whiskerOf(item, scale);
  const titleWidth = measures.title(item.title);
  const sign = item.milestone ? 0 : ICON;
  const statusWidth = sign + measures.small(secondLine(item, words, locale));
  const wanted = Math.max(titleWidth, statusWidth) + 2 * PAD;
  const textInside = !item.milestone && bar.width >= Math.min(wanted, READABLE);
  const chip = chipOf(item, measures, locale);
  const chipInside = chip !== null && textInside && bar.width >= statusWidth + chip.width + 3 * PAD;
  const edge = right + GAP;
  const afterText = textInside ? right : edge + Math.max(titleWidth, statusWidth);
  const chipX = chipInside ? right - PAD - (chip?.width ?? 0) : afterText + GAP;
  return {
    bar,
    fuzz: item.milestone ? 0 : Math.min(FUZZ[item.precision], bar.width / 4),
    textInside,
    textAfter: edge,
    whisker,
    chip: chip && { ...chip, inside: chipInside, x: chipX },
    from: Math.min(bar.x, whisker?.p50 ?? bar.x),
    to: Math.max(
      afterText,
      whisker ? whisker.p85 + 2 : right,
      chip && !chipInside ? chipX + chip.width : right,
    ),
  };
}

function whiskerOf({ forecast }: LaneItem, scale: Scale): ItemShape["whisker"] {
  if (!forecast) return null;
  const p50 = xOf(scale, forecast.p50);
  return { p50, p85: Math.max(p50 + 1, xOf(scale, forecast.p85)) };
}

function chipOf(item: LaneItem, measures: Measures, locale: string) {
  const chance = item.forecast?.probability;
  if (chance == null) return null;
  const text = `${percentText(chance, locale)} %`;
  return { text, width: measures.chip(text) + 14 };
}

/** What stands under the title: the state, or the day of a milestone, which has none. */
export function secondLine(item: LaneItem, words: TimelineWords, locale: string): string {
  const first = item.milestone ? dateText(item.start, locale) : words[item.status];
  return item.key ? `${first} · ${item.key}` : first;
}

export type Outlook = "good" | "warning" | "bad";

/** Likely, open or unlikely, from the chance of meeting the target. */
export function outlookOf(chance: number): Outlook {
  if (chance >= 0.8) return "good";
  return chance >= 0.5 ? "warning" : "bad";
}
