import { middleOf } from "./estimate";
import type { Factor, Ranked } from "./types";

export interface Scale {
  low: number;
  high: number;
}

export interface Frame {
  width: number;
  height: number;
  /** Room for the axes. */
  left: number;
  bottom: number;
  top: number;
  right: number;
}

/** The values an axis spans: the factor's own bounds, else what was given, with some room at the ends. */
export function scaleOf(factor: Factor, items: readonly Ranked[]): Scale {
  const given = items
    .map(({ team }) => middleOf(team?.values[factor.name]))
    .filter((value) => value !== undefined);
  const choices = (factor.choices ?? []).map(({ value }) => value);
  const known = choices.length > 0 ? choices : given;
  const low = factor.low ?? Math.min(0, ...known);
  const high = factor.high ?? Math.max(low + 1, ...known) * 1.1;
  return { low, high: high > low ? high : low + 1 };
}

export function toX(value: number, scale: Scale, { width, left, right }: Frame): number {
  return left + ((value - scale.low) / (scale.high - scale.low)) * (width - left - right);
}

export function toY(value: number, scale: Scale, { height, top, bottom }: Frame): number {
  return (
    height - bottom - ((value - scale.low) / (scale.high - scale.low)) * (height - top - bottom)
  );
}

/** The value under a place on an axis, in bounds, on a choice where there are choices, else to three digits. */
export function valueAt(place: number, from: number, to: number, scale: Scale, factor: Factor) {
  const share = Math.max(0, Math.min(1, (place - from) / (to - from)));
  const value = scale.low + share * (scale.high - scale.low);
  const choices = (factor.choices ?? []).map((choice) => choice.value);
  if (choices.length > 0) {
    return choices.reduce((best, each) =>
      Math.abs(each - value) < Math.abs(best - value) ? each : best,
    );
  }
  return rounded(value, scale);
}

/** To the step that a hand can mean: a hundredth of the axis, as a round figure. */
export function rounded(value: number, { low, high }: Scale): number {
  const step = 10 ** Math.floor(Math.log10((high - low) / 50));
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The next value in a direction: the next choice, or one step of the axis. */
export function nudged(value: number, direction: 1 | -1, scale: Scale, factor: Factor): number {
  const choices = (factor.choices ?? []).map((choice) => choice.value).sort((a, b) => a - b);
  if (choices.length > 0) {
    const beyond = choices.filter((each) => (each - value) * direction > 0);
    return (direction > 0 ? beyond[0] : beyond.at(-1)) ?? value;
  }
  const step = 10 ** Math.floor(Math.log10((scale.high - scale.low) / 10));
  return rounded(Math.max(scale.low, Math.min(scale.high, value + direction * step)), scale);
}

/** Round ticks along a scale, about five. */
export function ticksOf({ low, high }: Scale): number[] {
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= raw) ?? raw;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step / 1e6; tick += step) {
    ticks.push(Number(tick.toPrecision(12)));
  }
  return ticks;
}
