import type { RoadmapProps } from "../roadmapProps";
import type { LaneItem, Minute } from "../types";
import type { TimeView } from "../view/useTimeView";
import type { TimelineWords } from "../words";
import type { Measures } from "./itemShape";
import type { Place, Scene } from "./scene";

/** What the roadmap's pointers, keys and drawing share. */
export interface RoadmapStage {
  roadmap: RoadmapProps;
  time: TimeView;
  today: Minute | null;
  words: TimelineWords;
  locale: string;
  chosenId: string | null;
  onChoose: (id: string | null) => void;
  /** Is Ctrl, ⌘ or Shift held? A click then picks one more. */
  adding: { current: boolean };
  scene: Scene;
  measures: Measures;
  narrow: boolean;
  /** Shows an item in its new place until the answer is known. */
  place: (id: string, where: Place, answer: unknown) => void;
}

export const isEditable = ({ roadmap }: RoadmapStage, item: LaneItem): boolean =>
  !roadmap.readOnly && item.editable !== false;

export const itemOf = ({ scene }: RoadmapStage, id: string | null): LaneItem | null =>
  id === null ? null : (scene.items.get(id)?.item ?? null);

/** Puts an item elsewhere in time or in another lane, and tells the page. */
export function put(stage: RoadmapStage, item: LaneItem, where: Place): void {
  const moved = where.start !== item.start || where.finish !== item.finish;
  if (!moved && where.laneId === item.laneId) return;
  stage.place(item.id, where, stage.roadmap.onMove?.(item.id, where));
}

/** Moves one end of an item, and tells the page. */
export function stretch(
  stage: RoadmapStage,
  item: LaneItem,
  span: { start: Minute; finish: Minute },
  end: "start" | "finish",
): void {
  if (span.start === item.start && span.finish === item.finish) return;
  const answer = stage.roadmap.onResize?.(item.id, span, end);
  stage.place(item.id, { ...span, laneId: item.laneId }, answer);
}
