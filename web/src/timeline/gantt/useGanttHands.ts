import { type KeyboardEvent, useRef } from "react";
import type { GanttProps } from "../ganttProps";
import { ROW_HEIGHT } from "../geometry/bars";
import { scrollTo } from "../geometry/outline";
import { pan, revealed } from "../geometry/scale";
import { stepAt } from "../geometry/snap";
import { type ChartDeed, chartDeed } from "../gestures/chartKeys";
import type { Outcome } from "../gestures/drag";
import { ganttRules } from "../gestures/ganttRules";
import type { Span, TimelineRow } from "../types";
import type { Pending } from "../view/usePending";
import type { TimeView } from "../view/useTimeView";
import type { Foresight } from "./useForesight";
import type { GanttModel } from "./useGanttModel";

interface Hands {
  props: GanttProps;
  model: GanttModel;
  time: TimeView;
  pending: Pending;
  foresight: Foresight;
  scrollTo: (scrollTop: number) => void;
  say: (text: string) => void;
  spokenMove: (title: string, span: Span) => string;
}

/** A second click on the same row within this opens it. */
const DOUBLE_MS = 400;

/** What drags, clicks and keys on the chart do. */
export function useGanttHands(hands: Hands) {
  const { props, model } = hands;
  const clicked = useRef({ id: "", at: 0 });

  const move = (id: string, span: Span, tell: (id: string, span: Span) => unknown) => {
    const answer = tell(id, span);
    hands.pending.hold(id, span, answer);
    hands.foresight.keep(answer);
    const title = model.outline.byId.get(id)?.title ?? "";
    hands.say(hands.spokenMove(title, span));
  };
  const choose = (id: string) => {
    hands.say("");
    model.select(id);
    const { store } = hands.time;
    const row = model.outline.byId.get(id);
    const place = model.outline.placeOf.get(id);
    if (place !== undefined) hands.scrollTo(scrollTo(place, store.get(), ROW_HEIGHT));
    if (row?.start == null || row.finish === null) return;
    const { scale, width } = store.get();
    const span = { start: row.start, finish: row.finish };
    store.set({ scale: revealed(scale, span, width) });
  };
  const click = (id: string | null) => {
    const now = performance.now();
    if (id !== null && clicked.current.id === id && now - clicked.current.at < DOUBLE_MS) {
      props.onOpen?.(id);
    }
    clicked.current = { id: id ?? "", at: now };
    hands.say("");
    model.select(id);
  };
  const onOutcome = (outcome: Outcome) => {
    switch (outcome.kind) {
      case "click":
        return click(outcome.id);
      case "moved":
        return move(outcome.id, outcome.span, (id, span) => props.onMove?.(id, span));
      case "resized":
        return move(outcome.id, outcome.span, (id, span) =>
          props.onResize?.(id, span, outcome.end),
        );
      case "progressed":
        return hands.foresight.keep(props.onProgress?.(outcome.id, outcome.percent));
      case "linked":
        hands.foresight.keep(props.onLink?.(outcome.before, outcome.after, outcome.link));
    }
  };
  const nudge = (row: TimelineRow, deed: ChartDeed & { do: "nudge" | "stretch" }) => {
    if (row.start === null || row.finish === null) return;
    const was = hands.pending.spans.get(row.id) ?? { start: row.start, finish: row.finish };
    const unit = stepAt(hands.time.store.get().scale.perDay);
    const rules = ganttRules(unit);
    const minutes = deed.units * unit;
    if (deed.do === "nudge") {
      return move(row.id, rules.move(row.id, was, minutes), (id, span) => props.onMove?.(id, span));
    }
    const span = rules.resize(row.id, was, "finish", minutes);
    move(row.id, span, (id, to) => props.onResize?.(id, to, "finish"));
  };
  const act = (deed: ChartDeed) => {
    const { outline, selectedId } = model;
    const { store } = hands.time;
    const row = selectedId === null ? undefined : outline.byId.get(selectedId);
    switch (deed.do) {
      case "choose": {
        const place = row ? (outline.placeOf.get(row.id) ?? 0) + deed.rows : 0;
        const last = outline.visible.length - 1;
        const line = outline.visible[Math.max(0, Math.min(last, place))];
        if (line) choose(line.row.id);
        return;
      }
      case "scroll": {
        const { scale, width } = store.get();
        return store.set({ scale: pan(scale, (deed.direction * width) / 6) });
      }
      case "open":
        if (row) props.onOpen?.(row.id);
        return;
      case "nudge":
      case "stretch":
        if (row && canMove(row, deed.do)) nudge(row, deed);
        return;
      case "zoom":
        return hands.time.zoomBy(deed.factor);
      case "today":
        if (props.today != null) hands.time.goTo(props.today);
        return;
      case "fold":
      case "unfold":
        if (row) model.fold(row.id, deed.do === "fold");
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = chartDeed(event, props.readOnly === true);
    if (!deed || deed.do === "cancel") return;
    event.preventDefault();
    act(deed);
  };
  return { onOutcome, onKeyDown };
}

/** A summary's dates come from what it holds; a milestone has no length. */
function canMove(row: TimelineRow, deed: "nudge" | "stretch"): boolean {
  if (row.editable === false || row.kind === "summary") return false;
  return deed === "nudge" || row.kind === "task";
}
