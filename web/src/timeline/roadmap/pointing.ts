import { HEADER_HEIGHT } from "../geometry/bars";
import { minuteAt } from "../geometry/scale";
import type { Grip, Outcome, Touch } from "../gestures/drag";
import { unitSpanAt } from "./newWindow";
import { itemAt, type RoadmapHit } from "./roadmapHit";
import { bandAt } from "./scene";
import { isEditable, itemOf, put, type RoadmapStage, stretch } from "./stage";

interface Spot {
  x: number;
  y: number;
}

const inLanes = (stage: RoadmapStage, y: number) =>
  y - HEADER_HEIGHT + stage.time.store.get().scrollTop;

function hitAt(stage: RoadmapStage, { x, y }: Spot): RoadmapHit | null {
  if (y < HEADER_HEIGHT) return null;
  const { scene, measures, words, locale, time } = stage;
  const { scale } = time.store.get();
  return itemAt(scene, scale, x, inLanes(stage, y), measures, words, locale);
}

/** What a pointer would take hold of. */
export function gripAt(stage: RoadmapStage, touch: Touch): Grip | null {
  const hit = hitAt(stage, touch);
  const item = hit && itemOf(stage, hit.id);
  if (!hit || !item) return null;
  const span = { start: item.start, finish: item.finish };
  return { id: item.id, part: hit.part, span, percent: 0, editable: isEditable(stage, item) };
}

/** Carries out what letting go meant. */
export function settle(stage: RoadmapStage, outcome: Outcome): void {
  if (outcome.kind === "click") stage.onChoose(outcome.id);
  if (outcome.kind !== "moved" && outcome.kind !== "resized") return;
  const item = itemOf(stage, outcome.id);
  if (!item) return;
  stage.onChoose(item.id);
  if (outcome.kind === "resized") {
    stretch(stage, item, outcome.span, outcome.end);
  } else {
    const band = bandAt(stage.scene, inLanes(stage, outcome.touch.y));
    put(stage, item, { ...outcome.span, laneId: band ? band.id : item.laneId });
  }
}

/** A double click opens an item, or asks for a new one on empty ground. */
export function openOrAdd(stage: RoadmapStage, spot: Spot): void {
  const hit = hitAt(stage, spot);
  if (hit) stage.roadmap.onOpen?.(hit.id);
  if (hit || stage.roadmap.readOnly || spot.y < HEADER_HEIGHT) return;
  const { scale } = stage.time.store.get();
  const lane = bandAt(stage.scene, inLanes(stage, spot.y));
  stage.roadmap.onAdd?.(lane?.id ?? null, unitSpanAt(minuteAt(scale, spot.x), scale.perDay));
}

export function cursorOf(grip: Grip | null): string {
  if (!grip) return "default";
  const edge = grip.part === "start" || grip.part === "finish";
  return edge && grip.editable ? "ew-resize" : "pointer";
}
