import type { ComponentType, CSSProperties } from "react";
import { xOf } from "../geometry/scale";
import type { Minute } from "../types";
import styles from "./TimelineMarks.module.css";
import { useTimelineHere } from "./timelineHere";
import { useView } from "./useView";

export interface TimelineMark {
  id: string;
  at: Minute;
  tone: "quiet" | "good" | "warning" | "bad";
  Sign: ComponentType<{ size: number; "aria-hidden": true }>;
  title: string;
  /** What is told of it, a line each. */
  lines: readonly string[];
}

interface Props {
  marks: readonly TimelineMark[];
  label: string;
  onOpen: (id: string) => void;
}

/** Points in time over all rows: a sign beneath the header, a line down, and on pointing at it what it means. */
export function TimelineMarks({ marks, label, onOpen }: Props) {
  const { store } = useTimelineHere();
  const width = useView(store, (view) => view.width);
  const places = useView(store, ({ scale }) =>
    marks.map(({ at }) => Math.round(xOf(scale, at))).join(" "),
  );
  const xs = places.split(" ").map(Number);
  const seen = marks
    .map((mark, index) => ({ mark, x: xs[index] ?? 0 }))
    .filter(({ x }) => x >= 0 && x <= width);
  if (seen.length === 0) return null;
  return (
    <ul className={styles.marks} aria-label={label}>
      {seen.map(({ mark, x }) => (
        <li
          key={mark.id}
          className={styles.mark}
          style={{ left: x, "--tone": `var(--tl-${TONES[mark.tone]})` } as CSSProperties}
        >
          <button
            type="button"
            className={styles.sign}
            aria-label={[mark.title, ...mark.lines].join(", ")}
            onClick={() => onOpen(mark.id)}
          >
            <mark.Sign size={16} aria-hidden />
          </button>
          <span className={styles.hint} data-end={x > width / 2 || undefined} aria-hidden>
            <strong>{mark.title}</strong>
            {mark.lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const TONES = { quiet: "text-quiet", good: "good", warning: "warning", bad: "bad" };
