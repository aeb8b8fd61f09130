import { type DragEvent, type MouseEvent, useId, useRef } from "react";
import { HEADER_HEIGHT } from "../geometry/bars";
import { roadmapRules } from "../gestures/roadmapRules";
import type { RoadmapProps } from "../roadmapProps";
import type { Minute } from "../types";
import { TimeScrollbar } from "../view/TimeScrollbar";
import { useDrag } from "../view/useDrag";
import { usePainter } from "../view/usePainter";
import { SCROLLBAR_HEIGHT, useStage } from "../view/useStage";
import type { TimeView } from "../view/useTimeView";
import { useWheel } from "../view/useWheel";
import type { TimelineWords } from "../words";
import { drawRoadmap } from "./drawRoadmap";
import { extentOf } from "./extent";
import { press } from "./keying";
import { LaneTitles } from "./LaneTitles";
import { cursorOf, gripAt, openOrAdd, placeAt, settle, targetAt } from "./pointing";
import styles from "./Roadmap.module.css";
import { roadmapSpoken } from "./speech";
import type { RoadmapStage } from "./stage";
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
  const { roadmap, time, words, locale } = props;
  const { store } = time;
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const hints = useId();
  const size = useStage(store, { scroller, pane }, "roadmap");
  const adding = useRef(false);
  const stage: RoadmapStage = {
    ...props,
    adding,
    ...useRoadmapScene(roadmap, store, size.width, words, locale),
  };
  const handlers = usePointers(stage, { scroller, surface, canvas });
  useWheel(surface, store, "roadmap");

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => openOrAdd(stage, spotOf(event));
  const carries = roadmap.readOnly ? undefined : roadmap.carries;
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    if (carries && event.dataTransfer.types.includes(carries)) event.preventDefault();
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    const data = carries && event.dataTransfer.getData(carries);
    if (!data) return;
    event.preventDefault();
    const { laneId, span } = placeAt(stage, spotOf(event));
    roadmap.onPlace?.(data, laneId, span);
  };
  const whole = HEADER_HEIGHT + stage.scene.height + SCROLLBAR_HEIGHT;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div style={{ height: Math.max(size.height, whole) }}>
        <div className={styles.pane} style={{ height: size.height }}>
          {!stage.narrow && <LaneTitles store={store} scene={stage.scene} words={words} />}
          <div ref={pane} className={styles.chart}>
            <div
              ref={surface}
              className={styles.surface}
              style={{ height: Math.max(0, size.height - SCROLLBAR_HEIGHT) }}
              role="application"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is worked by keys.
              tabIndex={0}
              aria-label={roadmapSpoken(roadmap.label, roadmap.lanes, roadmap.items, words, locale)}
              aria-describedby={hints}
              onKeyDown={(event) => press(stage, scroller.current, event)}
              onDoubleClick={onDoubleClick}
              onDragOver={onDragOver}
              onDrop={onDrop}
              onPointerDownCapture={({ ctrlKey, metaKey, shiftKey }) => {
                adding.current = ctrlKey || metaKey || shiftKey;
              }}
              {...handlers}
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

/** Where on the picture an event of the mouse was. */
function spotOf({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) {
  const box = currentTarget.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
}

const NOBODY: ReadonlySet<string> = new Set();

interface Elements {
  scroller: { current: HTMLElement | null };
  surface: { current: HTMLElement | null };
  canvas: { current: HTMLCanvasElement | null };
}

/** Pointers move what is drawn, and what is drawn shows what pointers do. */
function usePointers(stage: RoadmapStage, { scroller, surface, canvas }: Elements) {
  const { store } = stage.time;
  const hoverId = useRef<string | null>(null);
  const drag = useDrag({
    store,
    gripAt: (touch) => gripAt(stage, touch, hoverId.current),
    targetAt: (touch) => targetAt(stage, touch),
    rules: () => roadmapRules((id) => stage.scene.items.get(id)?.item.precision ?? "day"),
    onOutcome: (outcome) => settle(stage, outcome),
    repaint: () => repaint(),
    onHover: (grip) => {
      if (surface.current) surface.current.style.cursor = cursorOf(grip);
      if (hoverId.current === (grip?.id ?? null)) return;
      hoverId.current = grip?.id ?? null;
      repaint();
    },
    selectedId: stage.chosenId,
    scrollBy: (pixels) => scroller.current?.scrollBy(0, pixels),
  });
  const repaint = usePainter(store, [
    {
      canvas,
      draw: (pen) =>
        drawRoadmap(pen, {
          ...stage,
          view: store.get(),
          gesture: drag.gesture.current,
          hoverId: hoverId.current,
          links: stage.roadmap.links ?? [],
          pickedIds: stage.roadmap.pickedIds ?? NOBODY,
          linkable: stage.roadmap.onLink !== undefined && !stage.roadmap.readOnly,
          palette: stage.roadmap.palette,
        }),
    },
  ]);
  return drag.handlers;
}
