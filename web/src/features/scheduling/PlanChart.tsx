import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndo } from "@/features/core/activity";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { hoursOf } from "@/features/core/workingTime";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { GanttChart } from "@/timeline/GanttChart";
import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { usePeek } from "@/ui/shell/usePeek";
import { BaselineMenu } from "./baselines/BaselineMenu";
import { WITH_BASELINE, withBaseline } from "./baselines/ghosts";
import { useBaseline } from "./baselines/useBaseline";
import { GroupSelect } from "./GroupSelect";
import { groupedRows, isHead, ofSingleRows } from "./grouped";
import { MovedBar } from "./MovedBar";
import { FindingsButton } from "./outline/FindingsButton";
import { FindingsPanel } from "./outline/FindingsPanel";
import outline from "./outline/Outline.module.css";
import { RowsMenu } from "./outline/RowsMenu";
import { WITH_SCOPE } from "./outline/scope";
import { useRows } from "./outline/useRows";
import classes from "./ProjectPage.module.css";
import type { Plan } from "./plan";
import { planLinks, planRows } from "./planRows";
import { RefusalBar } from "./RefusalBar";
import { statusDateBesides } from "./statusDate";
import { useGroups } from "./useGroups";
import { usePlanDeeds } from "./usePlanDeeds";
import { useLastOutcome } from "./usePlanEdits";
import type { OnPlanView, PlanView } from "./view";
import { workdayOf } from "./workday";

interface Props {
  plan: Plan;
  view: PlanView;
  onView: OnPlanView;
}

const SHOWN_BASELINE = { baseline: true };

export function PlanChart({ plan, view, onView }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const undo = useUndo();
  const deeds = usePlanDeeds(plan);
  const marked = useRows(plan);
  // What was done before one came here is in the activity, not in a bar above the chart.
  const [seenUntil, setSeenUntil] = useState(() => Date.now());
  const last = useLastOutcome(plan.scenario?.id ?? plan.project.id);
  const outcome = last && last.at > seenUntil ? last : undefined;
  const dismiss = () => setSeenUntil(Date.now());
  const { items, links, project, calendars } = plan;
  const hours = useMemo(
    () => hoursOf(calendars.find(({ id }) => id === project.calendar_id)),
    [calendars, project.calendar_id],
  );
  const groups = useGroups(plan, view.group);
  const compared = useBaseline(project.id, plan.scenario ? undefined : view.baseline);
  const drawn = useMemo(() => {
    const planned = planRows(plan);
    return compared ? withBaseline(planned, compared) : planned;
  }, [plan, compared]);
  const rows = useMemo(
    () => (groups.isGrouped ? groupedRows(drawn, items, groups.by, groups.names, hours) : drawn),
    [drawn, items, groups.isGrouped, groups.by, groups.names, hours],
  );
  const hasScope = rows.some(({ unallocatedMinutes }) => (unallocatedMinutes ?? 0) > 0);
  const chartLinks = useMemo(() => planLinks(links, items), [links, items]);
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
  const open = (id: string) => {
    if (!isHead(id)) peek.open({ kind: "work_item", id });
  };
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
      <div className={outline.body}>
        <div className={outline.main}>
          <GanttChart
            key={groups.isGrouped ? "grouped" : "outline"}
            {...(groups.isGrouped ? ofSingleRows(deeds) : { ...deeds, ...marked.events })}
            rows={rows}
            links={chartLinks}
            label={project.title}
            palette={palette}
            locale={locale}
            today={nowMinute()}
            statusDate={statusDateBesides(project.status_date)}
            deadline={project.deadline ? minuteOf(project.deadline) : null}
            isWorkingDay={(day) => hours(day).length > 0}
            workday={workdayOf(project)}
            zoom={readZoom(view.zoom)}
            onZoom={(perDay) => onView({ zoom: writeZoom(perDay) })}
            selectedId={view.row ?? null}
            onSelect={(row) => onView({ row: row && !isHead(row) ? row : undefined })}
            onOpen={open}
            view={view.view === "table" ? "table" : "chart"}
            onView={(next) => onView({ view: next === "table" ? "table" : "gantt" })}
            columns={compared ? WITH_BASELINE : hasScope ? WITH_SCOPE : undefined}
            layers={compared ? SHOWN_BASELINE : undefined}
            tools={
              <>
                <GroupSelect own={groups.own} value={view.group} onView={onView} />
                {canEdit && !groups.isGrouped && (
                  <RowsMenu count={marked.marked.length} onCommand={marked.command} />
                )}
                {!plan.scenario && (
                  <>
                    <FindingsButton
                      projectId={project.id}
                      isOpen={view.panel === "findings"}
                      onToggle={() =>
                        onView({ panel: view.panel === "findings" ? undefined : "findings" })
                      }
                    />
                    <BaselineMenu
                      projectId={project.id}
                      chosen={view.baseline}
                      onView={onView}
                      canSet={canEdit && items.length > 0}
                    />
                  </>
                )}
              </>
            }
            overlay={<ObjectParts place="marks" kind="project" id={project.id} />}
            moved={moved}
            onDismissMoved={dismiss}
            readOnly={!canEdit}
          />
        </div>
        {view.panel === "findings" && !plan.scenario && (
          <FindingsPanel
            plan={plan}
            onShow={(row) => onView({ row })}
            onClose={() => onView({ panel: undefined })}
          />
        )}
      </div>
      {marked.dialog}
    </>
  );
}
