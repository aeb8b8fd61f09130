import { useMemo, useRef } from "react";
import styles from "./gantt/Gantt.module.css";
import { GanttCanvas } from "./gantt/GanttCanvas";
import { ganttTable } from "./gantt/ganttTable";
import { MovedChip } from "./gantt/MovedChip";
import { useGanttModel } from "./gantt/useGanttModel";
import { useReveal } from "./gantt/useReveal";
import type { GanttProps } from "./ganttProps";
import { HEADER_HEIGHT, ROW_HEIGHT } from "./geometry/bars";
import { columnsOf, titleOnly, widthToFinish } from "./grid/columns";
import { OutlineGrid } from "./grid/OutlineGrid";
import { Splitter } from "./grid/Splitter";
import { TimelineTable } from "./TimelineTable";
import { ZOOM_LEVELS } from "./types";
import { colourProperties } from "./view/colours";
import { TimelineToolbar } from "./view/TimelineToolbar";
import { useMirror } from "./view/useMirror";
import { SCROLLBAR_HEIGHT, useStage } from "./view/useStage";
import { useTimeView } from "./view/useTimeView";

/** Below this the outline shows titles only. */
const NARROW = 720;

/** The plan: an outline edited like a spreadsheet beside its bars in time. */
export function GanttChart(props: GanttProps) {
  const model = useGanttModel(props);
  const { words } = model;
  const today = props.today ?? null;
  const { zoom = "week", onZoom } = props;
  const time = useTimeView({ span: model.span, today, zoom, onZoom });
  const [view, setView] = useMirror<"chart" | "table">(props.view, "chart");
  const columns = useMemo(
    () => columnsOf(props.columns, props.addedColumns),
    [props.columns, props.addedColumns],
  );
  const [chosen, setChosen] = useMirror<number | undefined>(props.gridWidth, undefined);
  const wanted = chosen ?? widthToFinish(columns);
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const size = useStage(time.store, { scroller, pane }, view);
  const narrow = size.width > 0 && size.width < NARROW;
  const gridWidth = Math.min(wanted, Math.round(size.width * (narrow ? 0.38 : 0.75)) || wanted);
  const show = (next: "chart" | "table") => {
    setView(next);
    props.onView?.(next);
  };
  const resize = (width: number) => {
    setChosen(width);
    props.onGridWidth?.(width);
  };
  const scrollTo = (top: number) => {
    if (scroller.current && scroller.current.scrollTop !== top) scroller.current.scrollTop = top;
  };
  useReveal(props.selectedId, model, time, size.height, scrollTo);
  const rowsHeight = (model.outline.visible.length + 1) * ROW_HEIGHT;
  return (
    <section
      className={styles.root}
      style={colourProperties(props.palette)}
      aria-label={props.label}
    >
      {!props.plain && (
        <TimelineToolbar
          time={time}
          levels={ZOOM_LEVELS}
          words={words}
          view={view}
          onView={show}
          onToday={() => today !== null && time.goTo(today)}
        >
          <button type="button" className={styles.quiet} onClick={() => model.foldAll(true)}>
            {words.collapseAll}
          </button>
          <button type="button" className={styles.quiet} onClick={() => model.foldAll(false)}>
            {words.expandAll}
          </button>
          {props.tools}
          {model.moved.size > 0 && (
            <MovedChip count={model.moved.size} words={words} onDismiss={props.onDismissMoved} />
          )}
        </TimelineToolbar>
      )}
      {view === "table" ? (
        <TimelineTable
          {...ganttTable(model, columns)}
          caption={props.label}
          words={words}
          palette={props.palette}
          selectedId={model.selectedId}
          onOpen={props.onOpen}
          nameColumn="title"
        />
      ) : (
        <div ref={scroller} className={styles.scroller}>
          <div style={{ height: HEADER_HEIGHT + rowsHeight + SCROLLBAR_HEIGHT }}>
            <div className={styles.stage} style={{ height: size.height }}>
              <OutlineGrid
                rows={props.rows}
                outline={model.outline}
                columns={narrow ? titleOnly(gridWidth) : columns}
                context={model.context}
                store={time.store}
                label={props.label}
                width={gridWidth}
                selectedId={model.selectedId}
                moved={model.moved}
                readOnly={props.readOnly === true}
                events={props}
                onSelect={model.select}
                onFold={model.fold}
                onScrollTo={scrollTo}
              />
              <Splitter
                label={words.resizeGrid}
                width={gridWidth}
                least={120}
                most={Math.round(size.width * 0.75)}
                onWidth={resize}
              />
              <GanttCanvas
                chart={props}
                model={model}
                time={time}
                pane={pane}
                scrollTo={scrollTo}
              />
            </div>
          </div>
        </div>
      )}
    </section>
  );
}
