import { useMemo, useState } from "react";
import { nowMinute } from "./geometry/time";
import { extentOf } from "./roadmap/extent";
import styles from "./roadmap/Roadmap.module.css";
import { RoadmapCanvas } from "./roadmap/RoadmapCanvas";
import { itemSpoken } from "./roadmap/speech";
import type { RoadmapProps } from "./roadmapProps";
import { TimelineTable } from "./TimelineTable";
import { roadmapColumns, roadmapRows } from "./table/roadmapTable";
import type { ZoomLevel } from "./types";
import { colourProperties } from "./view/colours";
import { TimelineToolbar } from "./view/TimelineToolbar";
import { useMirror } from "./view/useMirror";
import { useTimeView } from "./view/useTimeView";
import { englishWords } from "./words";

const LEVELS: readonly ZoomLevel[] = ["week", "month", "quarter", "year"];

/** The roadmap: initiatives in lanes over time. */
export function RoadmapTimeline(props: RoadmapProps) {
  const { lanes, items, label, palette } = props;
  const words = useMemo(() => ({ ...englishWords, ...props.words }), [props.words]);
  const locale = props.locale ?? (typeof navigator === "undefined" ? "en" : navigator.language);
  const [view, setView] = useMirror<"chart" | "table">(props.view, "chart");
  const [chosenId, setChosen] = useMirror<string | null>(props.selectedId, null);
  const [now] = useState(() => nowMinute());
  const today = props.today === undefined ? now : props.today;
  const span = useMemo(() => extentOf(items), [items]);
  const time = useTimeView({ span, today, zoom: props.zoom ?? "quarter", onZoom: props.onZoom });

  const onView = (next: "chart" | "table") => {
    setView(next);
    props.onView?.(next);
  };
  const onChoose = (id: string | null) => {
    setChosen(id);
    if (id !== chosenId) props.onSelect?.(id);
  };
  const chosen = items.find((item) => item.id === chosenId);
  const lane = lanes.find((each) => each.id === chosen?.laneId);

  return (
    <section className={styles.frame} style={colourProperties(palette)} aria-label={label}>
      {!props.plain && (
        <TimelineToolbar
          time={time}
          levels={LEVELS}
          words={words}
          view={view}
          onView={onView}
          onToday={() => time.goTo(today ?? now)}
        />
      )}
      {view === "table" ? (
        <TimelineTable
          caption={label}
          columns={roadmapColumns(words)}
          rows={roadmapRows(lanes, items, words, locale)}
          palette={palette}
          words={words}
          selectedId={chosenId}
          onOpen={props.onOpen}
          empty={words.emptyRoadmap}
        />
      ) : (
        <RoadmapCanvas
          roadmap={props}
          time={time}
          today={today}
          words={words}
          locale={locale}
          chosenId={chosenId}
          onChoose={onChoose}
        />
      )}
      <p className={styles.hidden} aria-live="polite">
        {chosen ? itemSpoken(chosen, lane?.title ?? null, words, locale) : ""}
      </p>
    </section>
  );
}
