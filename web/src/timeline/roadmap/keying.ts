import type { KeyboardEvent } from "react";
import { revealed } from "../geometry/scale";
import { type ChartDeed, chartDeed } from "../gestures/chartKeys";
import type { LaneItem } from "../types";
import { TRACK_HEIGHT } from "./measures";
import { laneBeside, neighbour, nudged } from "./roadmapKeys";
import { isEditable, itemOf, put, type RoadmapStage, stretch } from "./stage";

/** Carries out a key press on the picture. */
export function press(
  stage: RoadmapStage,
  scroller: HTMLElement | null,
  event: KeyboardEvent,
): void {
  const steps = event.altKey ? laneSteps(event.key) : 0;
  const deed = steps === 0 ? chartDeed(event, stage.roadmap.readOnly ?? false) : null;
  const picked = picks(stage, event);
  if (steps === 0 && !deed && !picked) return;
  event.preventDefault();
  if (picked) return;
  if (deed) carryOut(stage, scroller, deed);
  else changeLane(stage, steps);
}

/** X marks the chosen item as one of several. */
function picks({ chosenId, roadmap }: RoadmapStage, event: KeyboardEvent): boolean {
  const plain = !(event.altKey || event.ctrlKey || event.metaKey);
  if (event.key.toLowerCase() !== "x" || !plain || !chosenId || !roadmap.onPick) return false;
  roadmap.onPick(chosenId);
  return true;
}

const laneSteps = (key: string): number => (key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0);

function changeLane(stage: RoadmapStage, steps: number): void {
  const item = itemOf(stage, stage.chosenId);
  if (!item || !isEditable(stage, item)) return;
  const { start, finish } = item;
  put(stage, item, { start, finish, laneId: laneBeside(stage.scene, item, steps) });
}

function carryOut(stage: RoadmapStage, scroller: HTMLElement | null, deed: ChartDeed): void {
  const { scene, chosenId, time, today } = stage;
  if (deed.do === "choose") choose(stage, scroller, neighbour(scene, chosenId, deed.rows));
  if (deed.do === "scroll") choose(stage, scroller, neighbour(scene, chosenId, deed.direction));
  if (deed.do === "zoom") time.zoomBy(deed.factor);
  if (deed.do === "today" && today !== null) time.goTo(today);
  if (deed.do === "cancel") stage.onChoose(null);
  const item = itemOf(stage, chosenId);
  if (item) carryOutOn(stage, item, deed);
}

function carryOutOn(stage: RoadmapStage, item: LaneItem, deed: ChartDeed): void {
  if (deed.do === "open") stage.roadmap.onOpen?.(item.id);
  if (!isEditable(stage, item)) return;
  if (deed.do === "nudge") put(stage, item, { ...nudged(item, deed), laneId: item.laneId });
  if (deed.do === "stretch") stretch(stage, item, nudged(item, deed), "finish");
}

function choose(stage: RoadmapStage, scroller: HTMLElement | null, item: LaneItem | null): void {
  if (!item) return;
  stage.onChoose(item.id);
  const { store } = stage.time;
  const view = store.get();
  store.set({ scale: revealed(view.scale, item, view.width) });
  if (scroller) showTrack(scroller, stage.scene.items.get(item.id)?.top ?? 0, view.height);
}

function showTrack(scroller: HTMLElement, top: number, height: number): void {
  if (top < scroller.scrollTop) scroller.scrollTop = top - 8;
  else if (top + TRACK_HEIGHT > scroller.scrollTop + height)
    scroller.scrollTop = top + TRACK_HEIGHT - height + 8;
}
