import { bandsOf, type LaneBand } from "../geometry/packing";
import type { Scale } from "../geometry/scale";
import type { Lane, LaneItem, Span } from "../types";
import type { TimelineWords } from "../words";
import { type Measures, shapeOf } from "./itemShape";
import { LANE_HEADING, LANE_PADDING, TRACK_HEIGHT } from "./measures";

/** A change let go of but not yet confirmed. */
export interface Place extends Span {
  laneId: string | null;
}

export interface Scene {
  bands: LaneBand[];
  items: Map<string, PlacedItem>;
  height: number;
}

export interface PlacedItem {
  item: LaneItem;
  top: number;
  band: LaneBand;
}

export interface SceneInput {
  lanes: readonly Lane[];
  items: readonly LaneItem[];
  perDay: number;
  narrow: boolean;
  measures: Measures;
  words: TimelineWords;
  locale: string;
}

/** Who stands where at a zoom. Panning changes nothing here. */
export function sceneOf(input: SceneInput): Scene {
  const scale: Scale = { origin: input.items[0]?.start ?? 0, perDay: input.perDay };
  const bands = bandsOf(
    input.lanes,
    input.items,
    (item) => shapeOf(item, item, scale, input.measures, input.words, input.locale),
    {
      rowHeight: TRACK_HEIGHT,
      padding: LANE_PADDING,
      heading: input.narrow ? LANE_HEADING : 0,
    },
    input.words.noLane,
  );
  const items = new Map<string, PlacedItem>();
  for (const band of bands)
    for (const { item, top } of band.items) items.set(item.id, { item, top, band });
  const last = bands.at(-1);
  return { bands, items, height: last ? last.top + last.height : 0 };
}

/** The items as they will be once what is pending has been confirmed. */
export function withPending(
  items: readonly LaneItem[],
  pending: ReadonlyMap<string, Place>,
): readonly LaneItem[] {
  if (pending.size === 0) return items;
  return items.map((item) => {
    const place = pending.get(item.id);
    return place ? { ...item, ...place } : item;
  });
}

/** Items in reading order: lane by lane, from the left. */
export function inOrder(scene: Scene): LaneItem[] {
  return scene.bands.flatMap((band) =>
    [...band.items].sort((a, b) => a.item.start - b.item.start || a.top - b.top).map((e) => e.item),
  );
}

export const bandAt = (scene: Scene, y: number): LaneBand | null =>
  scene.bands.find((band) => y >= band.top && y < band.top + band.height) ?? null;
