import type { ReactNode } from "react";
import { levelOf } from "../geometry/scale";
import type { ZoomLevel } from "../types";
import type { TimelineWords } from "../words";
import styles from "./TimelineToolbar.module.css";
import type { TimeView } from "./useTimeView";
import { useView } from "./useView";

interface Props {
  time: TimeView;
  levels: readonly ZoomLevel[];
  words: TimelineWords;
  view: "chart" | "table";
  onView: (view: "chart" | "table") => void;
  onToday: () => void;
  children?: ReactNode;
}

/** Zoom, today, fit, and the switch between the picture and its table. */
export function TimelineToolbar({ time, levels, words, view, onView, onToday, children }: Props) {
  const level = useView(time.store, (state) => levelOf(state.scale.perDay));
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.view}>
      <div className={styles.own}>{children}</div>
      {view === "chart" && (
        <>
          <button type="button" className={styles.button} onClick={onToday}>
            {words.today}
          </button>
          <button type="button" className={styles.button} onClick={time.fitAll}>
            {words.fit}
          </button>
          <fieldset className={styles.group} aria-label={words.zoom}>
            <button
              type="button"
              className={styles.step}
              aria-label={words.zoomOut}
              onClick={() => time.zoomBy(1 / 1.5)}
            >
              −
            </button>
            {levels.map((one) => (
              <button
                key={one}
                type="button"
                className={styles.choice}
                aria-pressed={one === level}
                onClick={() => time.zoomLevel(one)}
              >
                {words[one]}
              </button>
            ))}
            <button
              type="button"
              className={styles.step}
              aria-label={words.zoomIn}
              onClick={() => time.zoomBy(1.5)}
            >
              +
            </button>
          </fieldset>
        </>
      )}
      <fieldset className={styles.group} aria-label={words.view}>
        {(["chart", "table"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={styles.choice}
            data-always
            aria-pressed={one === view}
            onClick={() => onView(one)}
          >
            {words[one]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
