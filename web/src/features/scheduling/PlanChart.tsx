import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndo } from "@/features/core/activity";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { hoursOf } from "@/features/core/workingTime";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { GanttChart } from "@/timeline/GanttChart";
import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import { EmptyState } from "@/ui/EmptyState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { usePeek } from "@/ui/shell/usePeek";
import { BaselineMenu } from "./baselines/BaselineMenu";
import { withBaseline } from "./baselines/ghosts";
import { useBaseline } from "./baselines/useBaseline";
import { ColumnsButton } from "./columns/ColumnsButton";
import { usePlanColumns } from "./columns/usePlanColumns";
import { PlanFilters } from "./filters/PlanFilters";
import { filtered } from "./filters/showing";
import { shownOf, useFound, usePlanList } from "./filters/usePlanList";
import { GroupSelect } from "./GroupSelect";
import { groupedRows, isHead, ofSingleRows } from "./grouped";
import { MovedBar } from "./MovedBar";
import { FindingsButton } from "./outline/FindingsButton";
import { FindingsPanel } from "./outline/FindingsPanel";
import outline from "./outline/Outline.module.css";
import { RowsMenu } from "./outline/RowsMenu";
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
  /** Where the filters stand. */
  filters: HTMLElement | null;
}

const SHOWN_BASELINE = { baseline: true };

export function PlanChart({ plan, view: said, onView: change, filters }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const undo = useUndo();
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
  const look = usePlanList(project, said, change);
  const { view, onView, list } = look;
  const groups = useGroups(plan, view.group);
  const types = useItemTypes();
  const words = useMemo(
    () => ({
      type: t("itemTypes.column"),
      plainTask: t("itemTypes.plain"),
      badType: t("itemTypes.bad", { names: "{names}" }),
    }),
    [t],
  );
  const compared = useBaseline(project.id, plan.scenario ? undefined : view.baseline);
  const drawn = useMemo(() => {
    const planned = planRows(plan, types.byId);
    return compared ? withBaseline(planned, compared) : planned;
  }, [plan, compared, types.byId]);
  // The server knows the rows of the plan, not those of a scenario: there all are shown, and nothing is filtered by.
  const canFilter = !plan.scenario;
  const found = useFound(list, canFilter);
  const shown = canFilter ? shownOf(view) : undefined;
  const isWhole = found === undefined && shown === undefined;
  const meant = useMemo(() => filtered(drawn, found, shown, nowMinute()), [drawn, found, shown]);
  const rows = useMemo(
    () =>
      groups.isGrouped
        ? groupedRows(meant.rows, items, groups.by, groups.names, hours)
        : meant.rows,
    [meant, items, groups.isGrouped, groups.by, groups.names, hours],
  );
  // The outline is changed where all of it is seen.
  const isOutline = isWhole && !groups.isGrouped;
  const hasScope = rows.some(({ unallocatedMinutes }) => (unallocatedMinutes ?? 0) > 0);
  const columns = usePlanColumns({ plan, look, hasScope, isCompared: !!compared });
  const deeds = usePlanDeeds(plan, columns.added);
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
  // An address names a row by its id or by its key.
  const chosen = useMemo(
    () => items.find(({ id, key }) => id === view.row || key === view.row)?.id ?? view.row ?? null,
    [items, view.row],
  );
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
      {items.length > 0 && canFilter && (
        <PlanFilters look={look} shown={meant.count} total={items.length} place={filters} />
      )}
      <div className={outline.body}>
        <div className={outline.main}>
          {meant.count === 0 && !isWhole ? (
            <EmptyState
              sentence={t("list.noMatch")}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    onView({ show: undefined });
                    list.set({ q: "", where: [] });
                  }}
                >
                  {t("filter.clear")}
                </Button>
              }
            />
          ) : (
            <GanttChart
              key={groups.isGrouped ? "grouped" : "outline"}
              {...(isOutline ? { ...deeds, ...marked.events } : ofSingleRows(deeds))}
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
              selectedId={chosen}
              onSelect={(row) => onView({ row: row && !isHead(row) ? row : undefined })}
              onOpen={open}
              view={view.view === "table" ? "table" : "chart"}
              onView={(next) => onView({ view: next === "table" ? "table" : "gantt" })}
              columns={columns.ids}
              addedColumns={columns.added}
              gridWidth={columns.width}
              types={types.live}
              words={words}
              layers={compared ? SHOWN_BASELINE : undefined}
              tools={
                <>
                  <GroupSelect own={groups.own} value={view.group} onView={onView} />
                  <ColumnsButton columns={columns} />
                  {canEdit && isOutline && (
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
          )}
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
