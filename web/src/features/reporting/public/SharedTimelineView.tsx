import { useTranslation } from "react-i18next";
import { usePalette } from "@/features/core/usePalette";
import { hoursOf } from "@/features/core/workingTime";
import { GanttChart } from "@/timeline/GanttChart";
import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import type { ColumnId, TimelineRow } from "@/timeline/types";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { useFigures } from "@/ui/words/figures";
import classes from "./SharePage.module.css";
import type { SharedItem, SharedTimeline } from "./shared";

interface Props {
  title: string;
  timeline: SharedTimeline;
  fields: readonly string[];
  view: "chart" | "table";
}

export function SharedTimelineView({ title, timeline, fields, view }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const palette = usePalette();
  const { calendars, calendar_id, deadline, forecast, links } = timeline;
  const hours = hoursOf(calendars.find(({ id }) => id === calendar_id));
  const columns: ColumnId[] = ["wbs", "title"];
  if (fields.includes("dates")) columns.push("start", "finish");
  if (fields.includes("progress")) columns.push("percent");
  return (
    <div className={classes.filled}>
      {(timeline.finish || forecast) && (
        <div className={classes.outlook}>
          {timeline.finish && (
            <span>{t("plan.finishes", { date: figures.date(timeline.finish) })}</span>
          )}
          {deadline && <span>{t("plan.deadline", { date: figures.date(deadline) })}</span>}
          {forecast && <ChanceBadge chance={forecast.probability_on_time} />}
        </div>
      )}
      <GanttChart
        rows={timeline.items.map(rowOf)}
        links={links.map(({ lag_minutes, lag_unit, ...link }) => ({
          ...link,
          lagMinutes: lag_minutes,
          lagUnit: lag_unit,
        }))}
        label={title}
        palette={palette}
        today={nowMinute()}
        deadline={deadline ? minuteOf(deadline) : null}
        isWorkingDay={(day) => hours(day).length > 0}
        columns={columns}
        gridWidth={620}
        view={view}
        plain
        readOnly
      />
    </div>
  );
}

function rowOf(item: SharedItem): TimelineRow {
  return {
    id: item.id,
    parentId: item.parent_id,
    wbs: item.wbs,
    title: item.title,
    kind: item.type,
    start: item.start ? minuteOf(item.start) : null,
    finish: item.finish ? minuteOf(item.finish) : null,
    durationMinutes: 0,
    percentComplete: item.percent_complete ?? 0,
    critical: item.critical,
    deadline: item.deadline ? minuteOf(item.deadline) : null,
  };
}
