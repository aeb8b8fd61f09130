import { type MouseEvent, useId, useRef } from "react";
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
import { cursorOf, gripAt, openOrAdd, settle } from "./pointing";
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
  const stage: RoadmapStage = {
    ...props,
    ...useRoadmapScene(roadmap, store, size.width, words, locale),
  };
  const handlers = usePointers(stage, { scroller, surface, canvas });
  useWheel(surface, store, "roadmap");

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    openOrAdd(stage, { x: event.clientX - box.left, y: event.clientY - box.top });
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
    gripAt: (touch) => gripAt(stage, touch),
    targetAt: () => null,
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
          palette: stage.roadmap.palette,
        }),
    },
  ]);
  return drag.handlers;
}
