import type { Slack } from "./flow";

export interface Box {
  width: number;
  height: number;
}

const MARGIN = { left: 44, right: 16, top: 12, bottom: 36 };
/** The room may be used up and more. */
export const MOST_USED = 1.2;

/** Where a share of the work and a share of the room stand in the picture. */
export function placeOf(done: number, used: number, { width, height }: Box): [number, number] {
  const across = width - MARGIN.left - MARGIN.right;
  const up = height - MARGIN.top - MARGIN.bottom;
  const seen = Math.min(MOST_USED, Math.max(0, used));
  return [MARGIN.left + across * done, MARGIN.top + up * (1 - seen / MOST_USED)];
}

/** The zones from the lowest up, each as the corners of what it covers. */
export function zonesOf(lines: Slack["lines"], box: Box): { zone: string; corners: string }[] {
  const bounds = [
    { zone: "green", at_first: 0, at_last: 0 },
    ...lines,
    { zone: "", at_first: MOST_USED, at_last: MOST_USED },
  ];
  return bounds.slice(0, -1).map((low, index) => {
    const high = bounds[index + 1] ?? low;
    const corners = [
      placeOf(0, low.at_first, box),
      placeOf(1, low.at_last, box),
      placeOf(1, high.at_last, box),
      placeOf(0, high.at_first, box),
    ];
    return { zone: low.zone, corners: corners.map((corner) => corner.join(",")).join(" ") };
  });
}
