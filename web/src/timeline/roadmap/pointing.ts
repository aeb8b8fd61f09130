import { HEADER_HEIGHT } from "../geometry/bars";
import { minuteAt } from "../geometry/scale";
import type { Grip, LinkTarget, Outcome, Touch } from "../gestures/drag";
import type { Span } from "../types";
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

function hitAt(
  stage: RoadmapStage,
  { x, y }: Spot,
  handlesOf: string | null = null,
): RoadmapHit | null {
  if (y < HEADER_HEIGHT) return null;
  const { scene, measures, words, locale, time } = stage;
  const { scale } = time.store.get();
  return itemAt(scene, scale, x, inLanes(stage, y), measures, words, locale, handlesOf);
}

/** What a pointer would take hold of. */
export function gripAt(
  stage: RoadmapStage,
  touch: Touch,
  hoverId: string | null = null,
): Grip | null {
  const hit = hitAt(stage, touch, stage.roadmap.onLink ? hoverId : null);
  const item = hit && itemOf(stage, hit.id);
  if (!hit || !item) return null;
  const span = { start: item.start, finish: item.finish };
  return { id: item.id, part: hit.part, span, percent: 0, editable: isEditable(stage, item) };
}

/** The item that a dependency drawn to here would end at. */
export function targetAt(stage: RoadmapStage, touch: Touch): LinkTarget | null {
  const hit = hitAt(stage, touch);
  const item = hit && itemOf(stage, hit.id);
  return item && !item.milestone && hit.part !== "row" ? { id: item.id, end: "start" } : null;
}

/** Carries out what letting go meant. */
export function settle(stage: RoadmapStage, outcome: Outcome): void {
  if (outcome.kind === "click") pick(stage, outcome.id);
  if (outcome.kind === "linked") stage.roadmap.onLink?.(outcome.before, outcome.after);
  if (outcome.kind !== "moved" && outcome.kind !== "resized") return;
  const item = itemOf(stage, outcome.id);
  if (!item) return;
  if (!stage.roadmap.pickedIds?.has(item.id)) stage.onChoose(item.id);
  if (outcome.kind === "resized") {
    stretch(stage, item, outcome.span, outcome.end);
  } else {
    const band = bandAt(stage.scene, inLanes(stage, outcome.touch.y));
    put(stage, item, { ...outcome.span, laneId: band ? band.id : item.laneId });
  }
}

function pick(stage: RoadmapStage, id: string | null): void {
  if (id && stage.adding.current && stage.roadmap.onPick) stage.roadmap.onPick(id);
  else stage.onChoose(id);
}

/** A double click opens an item, or asks for a new one on empty ground. */
export function openOrAdd(stage: RoadmapStage, spot: Spot): void {
  const hit = hitAt(stage, spot);
  if (hit) stage.roadmap.onOpen?.(hit.id);
  if (hit || stage.roadmap.readOnly || spot.y < HEADER_HEIGHT) return;
  const { laneId, span } = placeAt(stage, spot);
  stage.roadmap.onAdd?.(laneId, span);
}

/** The lane under a spot, and one unit of the zoom shown around its time. */
export function placeAt(stage: RoadmapStage, spot: Spot): { laneId: string | null; span: Span } {
  const { scale } = stage.time.store.get();
  const lane = bandAt(stage.scene, inLanes(stage, spot.y));
  return { laneId: lane?.id ?? null, span: unitSpanAt(minuteAt(scale, spot.x), scale.perDay) };
}

export function cursorOf(grip: Grip | null): string {
  if (!grip) return "default";
  if (grip.part === "link-finish") return "crosshair";
  const edge = grip.part === "start" || grip.part === "finish";
  return edge && grip.editable ? "ew-resize" : "pointer";
}
