import { LINK_HANDLE, type Part } from "../geometry/hit";
import type { Scale } from "../geometry/scale";
import type { TimelineWords } from "../words";
import { type Measures, shapeOf } from "./itemShape";
import { ITEM_HEIGHT, TRACK_HEIGHT } from "./measures";
import type { Scene } from "./scene";

export interface RoadmapHit {
  id: string;
  part: Part;
}

const GRIP = 7;

/** The item under a point; `y` counts from the top of the first lane. */
export function itemAt(
  scene: Scene,
  scale: Scale,
  x: number,
  y: number,
  measures: Measures,
  words: TimelineWords,
  locale: string,
  handlesOf: string | null = null,
): RoadmapHit | null {
  for (const { item, top } of scene.items.values()) {
    if (y < top || y >= top + TRACK_HEIGHT) continue;
    const shape = shapeOf(item, item, scale, measures, words, locale);
    const { bar } = shape;
    const right = bar.x + bar.width;
    const onHandle =
      Math.abs(x - (right + LINK_HANDLE)) <= 7 && Math.abs(y - top - ITEM_HEIGHT / 2) <= 8;
    if (handlesOf === item.id && onHandle) return { id: item.id, part: "link-finish" };
    if (x < shape.from - 4 || x > shape.to + 4) continue;
    const onBar = y <= top + ITEM_HEIGHT && x >= bar.x - 3 && x <= right + 3;
    if (!onBar) return { id: item.id, part: "row" };
    const grip = Math.min(GRIP, bar.width / 4);
    if (!item.milestone && x >= right - grip) return { id: item.id, part: "finish" };
    if (!item.milestone && x <= bar.x + grip) return { id: item.id, part: "start" };
    return { id: item.id, part: "bar" };
  }
  return null;
}
