import { type RefObject, useId, useRef, useState } from "react";
import { drawGantt } from "../drawing/gantt";
import type { GanttScene } from "../drawing/ganttScene";
import { drawOverlay } from "../drawing/overlay";
import type { GanttProps } from "../ganttProps";
import { mondayToFriday } from "../geometry/shading";
import { stepAt } from "../geometry/snap";
import type { Grip, Touch } from "../gestures/drag";
import { ganttRules } from "../gestures/ganttRules";
import { TimeScrollbar } from "../view/TimeScrollbar";
import { TimelineContext } from "../view/timelineHere";
import { useDrag } from "../view/useDrag";
import { usePainter } from "../view/usePainter";
import { usePending } from "../view/usePending";
import type { TimeView } from "../view/useTimeView";
import { useWheel } from "../view/useWheel";
import styles from "./Gantt.module.css";
import { cursorOf, gripAt, targetAt } from "./gripAt";
import { spokenChart, spokenMove, spokenRow } from "./spoken";
import { useForesight } from "./useForesight";
import { useGanttHands } from "./useGanttHands";
import type { GanttModel } from "./useGanttModel";

interface Props {
  chart: GanttProps;
  model: GanttModel;
  time: TimeView;
  pane: RefObject<HTMLDivElement | null>;
  scrollTo: (scrollTop: number) => void;
}

/** The picture at the right: bars in time, drawn, dragged and driven by keys. */
export function GanttCanvas({ chart, model, time, pane, scrollTo }: Props) {
  const { store } = time;
  const ground = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const hoveredId = useRef<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [spoken, setSpoken] = useState("");
  const hintId = useId();
  const repaint = useRef(() => {});
  const pending = usePending(chart.rows, () => repaint.current());
  const readOnly = chart.readOnly === true;
  const foresight = useForesight({
    props: chart,
    repaint: () => repaint.current(),
    say: setSpoken,
  });
  const { words, locale, outline, selectedId } = model;

  const world = () => ({
    view: store.get(),
    outline,
    pending: pending.spans,
    hoveredId: hoveredId.current,
    readOnly,
  });
  const hands = useGanttHands({
    props: chart,
    model,
    time,
    pending,
    foresight,
    scrollTo,
    say: setSpoken,
    spokenMove: (title, span) => spokenMove(title, span, words, locale),
  });
  const onHover = (grip: Grip | null, touch: Touch | null) => {
    const id = touch ? (grip?.id ?? null) : null;
    if (over.current) over.current.style.cursor = cursorOf(grip, gesture.current.kind);
    if (id === hoveredId.current) return;
    hoveredId.current = id;
    repaint.current();
  };
  const { gesture, handlers } = useDrag({
    store,
    selectedId,
    gripAt: (touch) => gripAt(touch, world()),
    targetAt: (touch) => targetAt(touch, world()),
    rules: () => ganttRules(stepAt(store.get().scale.perDay)),
    onOutcome: hands.onOutcome,
    onStep: foresight.follow,
    repaint: () => repaint.current(),
    onHover,
    scrollBy: (pixels) => scrollTo(store.get().scrollTop + pixels),
  });
  const scene = (): GanttScene => ({
    view: store.get(),
    outline,
    links: model.placed,
    palette: chart.palette,
    layers: model.layers,
    locale,
    words,
    today: chart.today ?? null,
    statusDate: chart.statusDate ?? null,
    deadline: chart.deadline ?? null,
    isWorkingDay: chart.isWorkingDay ?? mondayToFriday,
    moved: model.moved,
    pending: pending.spans,
    foreseen: foresight.seen.current,
    path: model.path,
    selectedId,
    hoveredId: hoveredId.current,
    focused,
    gesture: gesture.current,
    readOnly,
  });
  repaint.current = usePainter(store, [
    { canvas: ground, draw: (pen) => drawGantt(pen, scene()) },
    { canvas: over, draw: (pen) => drawOverlay(pen, scene()) },
  ]);
  useWheel(over, store, true);

  const line =
    selectedId === null ? undefined : outline.visible[outline.placeOf.get(selectedId) ?? -1];
  const choice = focused && line ? spokenRow(line.row, words, locale, line.collapsed) : "";
  return (
    <div ref={pane} className={styles.pane}>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys described by its hint.
        tabIndex={0}
        className={styles.drawing}
        aria-label={spokenChart(chart.label, chart.rows.length, model.span, words, locale)}
        aria-describedby={hintId}
        onKeyDown={hands.onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <canvas ref={ground} className={styles.canvas} />
        <canvas ref={over} className={styles.canvas} {...handlers} />
      </div>
      <TimelineContext value={{ store, rows: chart.rows }}>{chart.overlay}</TimelineContext>
      <TimeScrollbar store={store} span={model.span} />
      <p id={hintId} className={styles.unseen}>
        {words.chartKeys}
      </p>
      <p className={styles.unseen} aria-live="polite">
        {spoken || choice}
      </p>
    </div>
  );
}
