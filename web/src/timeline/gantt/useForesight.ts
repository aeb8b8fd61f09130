import { useEffect, useRef } from "react";
import type { Foreseen, GanttProps } from "../ganttProps";
import { type Gesture, type Outcome, outcomeOf, same } from "../gestures/drag";

/** A pointer that rests for this long is asked about. */
const REST_MS = 120;
/** After an answer, the rows that carry its effect may still be on their way. */
const GRACE_MS = 1500;

interface World {
  props: GanttProps;
  repaint: () => void;
  say: (text: string) => void;
}

/** What letting go would do to the whole plan, looked up while something is dragged. One question at a time. */
export function useForesight({ props, repaint, say }: World) {
  const seen = useRef<Foreseen | null>(null);
  const latest = useRef({ props, repaint, say });
  latest.current = { props, repaint, say };
  const wanted = useRef<Outcome | null>(null);
  const isAsking = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const source = useRef(props.rows);
  if (source.current !== props.rows) {
    source.current = props.rows;
    seen.current = null;
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (next: Foreseen | null) => {
    if (seen.current === next) return;
    seen.current = next;
    if (next) latest.current.say(next.words);
    latest.current.repaint();
  };
  const ask = async () => {
    const asked = wanted.current;
    const { onForesee } = latest.current.props;
    if (!asked || !onForesee || isAsking.current) return;
    isAsking.current = true;
    const found = await onForesee(asked).catch(() => null);
    isAsking.current = false;
    if (wanted.current === asked) return show(found);
    clearTimeout(timer.current);
    void ask();
  };
  /** Told of every step of a gesture. */
  const follow = (gesture: Gesture) => {
    const next = changeOf(gesture);
    if (told(next) === told(wanted.current)) return;
    clearTimeout(timer.current);
    wanted.current = next;
    show(null);
    if (next) timer.current = setTimeout(() => void ask(), REST_MS);
  };
  /** It was let go of: what was foreseen stays until the rows say it themselves, or the answer is no. */
  const keep = (answer: unknown) => {
    clearTimeout(timer.current);
    wanted.current = null;
    const kept = seen.current;
    if (!kept) return;
    const drop = () => {
      if (seen.current === kept) show(null);
    };
    const later = () => {
      timer.current = setTimeout(drop, GRACE_MS);
    };
    if (answer instanceof Promise) answer.then(later, drop);
    else later();
  };
  return { seen, follow, keep };
}

export type Foresight = ReturnType<typeof useForesight>;

/** What letting go now would change; a press or a bar back in its place changes nothing. */
function changeOf(gesture: Gesture): Outcome | null {
  const isBack = gesture.kind === "move" && same(gesture.was, gesture.span);
  return gesture.kind === "press" || isBack ? null : outcomeOf(gesture);
}

/** Two outcomes are the same where they say the same; where the pointer is does not count. */
function told(outcome: Outcome | null): string {
  return outcome ? JSON.stringify({ ...outcome, touch: undefined }) : "";
}
