import { type KeyboardEvent, type MouseEvent, useId, useRef } from "react";
import { HEADER_HEIGHT } from "../geometry/bars";
import { minuteAt, revealed } from "../geometry/scale";
import { chartDeed } from "../gestures/chartKeys";
import type { Grip, Outcome, Touch } from "../gestures/drag";
import { roadmapRules } from "../gestures/roadmapRules";
import type { RoadmapProps } from "../roadmapProps";
import type { LaneItem, Minute } from "../types";
import { TimeScrollbar } from "../view/TimeScrollbar";
import { useDrag } from "../view/useDrag";
import { usePainter } from "../view/usePainter";
import { SCROLLBAR_HEIGHT, useStage } from "../view/useStage";
import type { TimeView } from "../view/useTimeView";
import { useWheel } from "../view/useWheel";
import type { TimelineWords } from "../words";
import { drawRoadmap } from "./drawRoadmap";
import { extentOf } from "./extent";
import { LaneTitles } from "./LaneTitles";
import { TRACK_HEIGHT } from "./measures";
import { unitSpanAt } from "./newWindow";
import styles from "./Roadmap.module.css";
import { itemAt } from "./roadmapHit";
import { laneBeside, neighbour, nudged } from "./roadmapKeys";
import { bandAt, type Place } from "./scene";
import { roadmapSpoken } from "./speech";
import { useRoadmapScene } from "./useRoadmapScene";

interface Props {
  roadmap: RoadmapProps;
  time: TimeView;
  today: Minute | null;
  words: TimelineWords;
  locale: string;
  chosenId: string | null;
  onChoose: (id: string | null) => void;
}

/** The drawn roadmap, its pointers and its keys. */
export function RoadmapCanvas(props: Props) {
  const { roadmap, time, today, words, locale, chosenId, onChoose } = props;
  const { store } = time;
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const hoverId = useRef<string | null>(null);
  const hints = useId();
  const stage = useStage(store, { scroller, pane }, "roadmap");
  const { scene, measures, narrow, place } = useRoadmapScene(
    roadmap,
    store,
    stage.width,
    words,
    locale,
  );

  const editable = (item: LaneItem) => !roadmap.readOnly && item.editable !== false;
  const hitAt = (touch: { x: number; y: number }) => {
    if (touch.y < HEADER_HEIGHT) return null;
    const { scale, scrollTop } = store.get();
    const y = touch.y - HEADER_HEIGHT + scrollTop;
    return itemAt(scene, scale, touch.x, y, measures, words, locale);
  };
  const gripAt = (touch: Touch): Grip | null => {
    const hit = hitAt(touch);
    const item = hit && scene.items.get(hit.id)?.item;
    if (!hit || !item) return null;
    const span = { start: item.start, finish: item.finish };
    return { id: item.id, part: hit.part, span, percent: 0, editable: editable(item) };
  };

  const put = (item: LaneItem, where: Place) => {
    const moved = where.start !== item.start || where.finish !== item.finish;
    if (!moved && where.laneId === item.laneId) return;
    place(item.id, where, roadmap.onMove?.(item.id, where));
  };
  const stretch = (item: LaneItem, where: Place, end: "start" | "finish") => {
    const span = { start: where.start, finish: where.finish };
    place(item.id, where, roadmap.onResize?.(item.id, span, end));
  };
  const onOutcome = (outcome: Outcome) => {
    if (outcome.kind === "click") return onChoose(outcome.id);
    if (outcome.kind !== "moved" && outcome.kind !== "resized") return;
    const item = scene.items.get(outcome.id)?.item;
    if (!item) return;
    onChoose(item.id);
    if (outcome.kind === "resized") {
      return stretch(item, { ...outcome.span, laneId: item.laneId }, outcome.end);
    }
    const band = bandAt(scene, outcome.touch.y - HEADER_HEIGHT + store.get().scrollTop);
    put(item, { ...outcome.span, laneId: band ? band.id : item.laneId });
  };

  const drag = useDrag({
    store,
    gripAt,
    targetAt: () => null,
    rules: () => roadmapRules((id) => scene.items.get(id)?.item.precision ?? "day"),
    onOutcome,
    repaint: () => repaint(),
    onHover: (grip) => {
      if (surface.current) surface.current.style.cursor = cursorOf(grip);
      if (hoverId.current === (grip?.id ?? null)) return;
      hoverId.current = grip?.id ?? null;
      repaint();
    },
    selectedId: chosenId,
    scrollBy: (pixels) => scroller.current?.scrollBy(0, pixels),
  });
  const repaint = usePainter(store, [
    {
      canvas,
      draw: (pen) =>
        drawRoadmap(pen, {
          scene,
          view: store.get(),
          narrow,
          gesture: drag.gesture.current,
          hoverId: hoverId.current,
          chosenId,
          today,
          links: roadmap.links ?? [],
          palette: roadmap.palette,
          words,
          locale,
          measures,
        }),
    },
  ]);
  useWheel(surface, store, "roadmap");

  const choose = (item: LaneItem | null) => {
    if (!item) return;
    onChoose(item.id);
    const view = store.get();
    store.set({ scale: revealed(view.scale, item, view.width) });
    showTrack(scroller.current, scene.items.get(item.id)?.top ?? 0, view.height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = chosenId === null ? null : (scene.items.get(chosenId)?.item ?? null);
    const upDown = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.altKey && upDown !== 0) {
      event.preventDefault();
      if (item && editable(item)) {
        const { start, finish } = item;
        put(item, { start, finish, laneId: laneBeside(scene, item, upDown) });
      }
      return;
    }
    const deed = chartDeed(event, roadmap.readOnly ?? false);
    if (!deed) return;
    event.preventDefault();
    if (deed.do === "choose") choose(neighbour(scene, chosenId, deed.rows));
    else if (deed.do === "scroll") choose(neighbour(scene, chosenId, deed.direction));
    else if (deed.do === "open" && item) roadmap.onOpen?.(item.id);
    else if (deed.do === "zoom") time.zoomBy(deed.factor);
    else if (deed.do === "today" && today !== null) time.goTo(today);
    else if (deed.do === "cancel") onChoose(null);
    else if ((deed.do === "nudge" || deed.do === "stretch") && item && editable(item)) {
      const where = { ...nudged(item, deed), laneId: item.laneId };
      if (deed.do === "nudge") put(item, where);
      else stretch(item, where, "finish");
    }
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const touch = { x: event.clientX - box.left, y: event.clientY - box.top };
    const hit = hitAt(touch);
    if (hit) return roadmap.onOpen?.(hit.id);
    if (roadmap.readOnly || touch.y < HEADER_HEIGHT) return;
    const { scale, scrollTop } = store.get();
    const lane = bandAt(scene, touch.y - HEADER_HEIGHT + scrollTop);
    roadmap.onAdd?.(lane?.id ?? null, unitSpanAt(minuteAt(scale, touch.x), scale.perDay));
  };

  const paneHeight = stage.height;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        style={{ height: Math.max(paneHeight, HEADER_HEIGHT + scene.height + SCROLLBAR_HEIGHT) }}
      >
        <div className={styles.pane} style={{ height: paneHeight }}>
          {!narrow && <LaneTitles store={store} scene={scene} words={words} />}
          <div ref={pane} className={styles.chart}>
            <div
              ref={surface}
              className={styles.surface}
              style={{ height: Math.max(0, paneHeight - SCROLLBAR_HEIGHT) }}
              role="application"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is worked by keys.
              tabIndex={0}
              aria-label={roadmapSpoken(roadmap.label, roadmap.lanes, roadmap.items, words, locale)}
              aria-describedby={hints}
              onKeyDown={onKeyDown}
              onDoubleClick={onDoubleClick}
              {...drag.handlers}
            >
              <canvas ref={canvas} className={styles.canvas} />
            </div>
            <TimeScrollbar store={store} span={extentOf(roadmap.items)} />
            <p id={hints} className={styles.hidden}>
              {words.chartKeys}
            </p>
            {roadmap.items.length === 0 && <p className={styles.empty}>{words.emptyRoadmap}</p>}
          </div>
        </div>
      </div>
    </div>
  );
}

function showTrack(scroller: HTMLElement | null, top: number, height: number) {
  if (!scroller) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top - 8;
  else if (top + TRACK_HEIGHT > scroller.scrollTop + height)
    scroller.scrollTop = top + TRACK_HEIGHT - height + 8;
}

function cursorOf(grip: Grip | null): string {
  if (!grip) return "default";
  const edge = grip.part === "start" || grip.part === "finish";
  return edge && grip.editable ? "ew-resize" : "pointer";
}
