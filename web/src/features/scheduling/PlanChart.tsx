import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndo } from "@/features/core/activity";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { hoursOf } from "@/features/core/workingTime";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { GanttChart } from "@/timeline/GanttChart";
import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import { usePeek } from "@/ui/shell/usePeek";
import { MovedBar } from "./MovedBar";
import classes from "./ProjectPage.module.css";
import type { Plan } from "./plan";
import { planLinks, planRows } from "./planRows";
import { RefusalBar } from "./RefusalBar";
import { statusDateBesides } from "./statusDate";
import { usePlanDeeds } from "./usePlanDeeds";
import { useLastOutcome } from "./usePlanEdits";
import type { PlanView } from "./view";

interface Props {
  plan: Plan;
  view: PlanView;
  onView: (change: Partial<PlanView>) => void;
}

export function PlanChart({ plan, view, onView }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const undo = useUndo();
  const deeds = usePlanDeeds(plan);
  // What was done before one came here is in the activity, not in a bar above the chart.
  const [seenUntil, setSeenUntil] = useState(() => Date.now());
  const last = useLastOutcome(plan.project.id);
  const outcome = last && last.at > seenUntil ? last : undefined;
  const dismiss = () => setSeenUntil(Date.now());
  const { items, links, project, calendars } = plan;
  const rows = useMemo(() => planRows(plan), [plan]);
  const chartLinks = useMemo(() => planLinks(links, items), [links, items]);
  const hours = useMemo(
    () => hoursOf(calendars.find(({ id }) => id === project.calendar_id)),
    [calendars, project.calendar_id],
  );
  const moved = useMemo(
    () =>
      outcome?.edited?.moved.map(({ id, was_start, was_finish }) => ({
        id,
        wasStart: minuteOf(was_start),
        wasFinish: minuteOf(was_finish),
      })) ?? [],
    [outcome?.edited],
  );
  const canEdit = plan.can.edit === true;
  const open = (id: string) => peek.open({ kind: "work_item", id });
  return (
    <>
      {items.length === 0 && (
        <div className={classes.bar}>
          <strong>{t("plan.empty")}</strong> {canEdit && t("plan.example")}
        </div>
      )}
      {outcome?.fault && (
        <RefusalBar
          outcome={outcome}
          items={items}
          onShow={(row) => onView({ row })}
          onDismiss={dismiss}
        />
      )}
      {outcome?.edited && outcome.edited.moved.length + outcome.edited.removed.length > 0 && (
        <MovedBar
          edited={outcome.edited}
          edits={outcome.edits}
          onUndo={(changeId) => {
            dismiss();
            undo.mutate(changeId);
          }}
          onDismiss={dismiss}
        />
      )}
      <div className={classes.chart}>
        <GanttChart
          {...deeds}
          rows={rows}
          links={chartLinks}
          label={project.title}
          palette={palette}
          locale={locale}
          today={nowMinute()}
          statusDate={statusDateBesides(project.status_date)}
          deadline={project.deadline ? minuteOf(project.deadline) : null}
          isWorkingDay={(day) => hours(day).length > 0}
          workday={{
            minutesPerDay: project.minutes_per_day,
            daysPerWeek: project.minutes_per_week / project.minutes_per_day,
          }}
          zoom={readZoom(view.zoom)}
          onZoom={(perDay) => onView({ zoom: writeZoom(perDay) })}
          selectedId={view.row ?? null}
          onSelect={(row) => onView({ row: row ?? undefined })}
          onOpen={open}
          view={view.view === "table" ? "table" : "chart"}
          onView={(next) => onView({ view: next === "table" ? "table" : "gantt" })}
          moved={moved}
          onDismissMoved={dismiss}
          readOnly={!canEdit}
        />
      </div>
    </>
  );
}
