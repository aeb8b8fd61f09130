import type { Lane, LaneItem } from "../types";

/** What an item takes up, title and whisker included, in any one unit. */
export interface Extent {
  id: string;
  from: number;
  to: number;
}

export interface Packed {
  rowOf: Map<string, number>;
  rows: number;
}

/** Puts extents into as few rows as needed without overlap, earliest first, each as high as it fits. */
export function pack(extents: readonly Extent[], gap = 0): Packed {
  const ends: number[] = [];
  const rowOf = new Map<string, number>();
  const sorted = [...extents].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { id, from, to } of sorted) {
    let row = ends.findIndex((end) => end + gap <= from);
    if (row < 0) row = ends.length;
    ends[row] = to;
    rowOf.set(id, row);
  }
  return { rowOf, rows: ends.length };
}

export interface LaneBand {
  id: string | null;
  title: string;
  colour: string | null;
  top: number;
  height: number;
  items: { item: LaneItem; top: number }[];
}

export interface LaneMeasures {
  rowHeight: number;
  /** Above and below the rows of a lane. */
  padding: number;
  /** Height of a title line above the rows; 0 where titles stand beside them. */
  heading: number;
}

/** Bands from top to bottom, with the items' places in them. Items of no lane come last. */
export function bandsOf(
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  extentOf: (item: LaneItem) => { from: number; to: number },
  measures: LaneMeasures,
  noLane: string,
): LaneBand[] {
  const known = new Set(lanes.map((lane) => lane.id));
  const stray = items.filter((item) => item.laneId === null || !known.has(item.laneId));
  const bands: LaneBand[] = [];
  let top = 0;
  const add = (lane: Lane | null, own: readonly LaneItem[]) => {
    const packed = pack(
      own.map((item) => ({ id: item.id, ...extentOf(item) })),
      8,
    );
    const first = top + measures.heading + measures.padding;
    const height =
      measures.heading + 2 * measures.padding + Math.max(1, packed.rows) * measures.rowHeight;
    bands.push({
      id: lane?.id ?? null,
      title: lane?.title ?? noLane,
      colour: lane?.colour ?? null,
      top,
      height,
      items: own.map((item) => ({
        item,
        top: first + (packed.rowOf.get(item.id) ?? 0) * measures.rowHeight,
      })),
    });
    top += height;
  };
  for (const lane of lanes)
    add(
      lane,
      items.filter((item) => item.laneId === lane.id),
    );
  if (stray.length > 0) add(null, stray);
  return bands;
}
