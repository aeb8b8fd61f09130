import { Group, Text } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import type { PartPlace } from "@/ui/shell/parts";
import { usePeek } from "@/ui/shell/usePeek";
import { useSave } from "@/ui/useSave";
import { useFigures } from "@/ui/words/figures";
import { BaselinesView } from "./baselines/BaselinesView";
import { ForecastPanel } from "./ForecastPanel";
import { PlanFilesMenu } from "./files/PlanFilesMenu";
import { MindMap } from "./mindmap/MindMap";
import { isFinished } from "./outline";
import { PlanChart } from "./PlanChart";
import { PlanLooks, PlanTabs } from "./PlanTabs";
import classes from "./ProjectPage.module.css";
import type { Plan } from "./plan";
import { ScenarioBand } from "./scenarios/ScenarioBand";
import { ScenarioReview } from "./scenarios/ScenarioReview";
import { ScenarioSwitch } from "./scenarios/ScenarioSwitch";
import { usePlan } from "./usePlan";
import type { OnPlanView, PlanView } from "./view";

const NetworkView = lazy(() => import("./views/NetworkView"));
const CalendarView = lazy(() => import("./views/CalendarView"));
const PhasesView = lazy(() => import("./views/PhasesView"));

// What other areas show of a project, by the view that it is.
const PARTS: Partial<Record<PlanView["view"], PartPlace>> = {
  storymap: "storymap",
  people: "people",
  board: "board",
  iterations: "iterations",
  flow: "flow",
  budget: "budget",
  register: "register",
  requests: "requests",
  gates: "gates",
  raci: "raci",
  status: "status",
  charter: "details",
};

interface Props {
  id: string;
  view: PlanView;
  onView: OnPlanView;
}

/** A project's plan: as a chart, as a table, as chances; and what was agreed about it. */
export function ProjectPage({ id, view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const peek = usePeek();
  // Beside the looks: only the chart knows what there is to be filtered.
  const [filters, setFilters] = useState<HTMLElement | null>(null);
  const { plan, error, refetch } = usePlan(id, view.scenario);
  const save = useSave<Plan["project"]>(["project", id], `/projects/${id}`, plan?.project.code);
  const items = plan?.items;
  const finished = useMemo(() => isFinished(items ?? []), [items]);
  if (error && !plan) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!plan) return <LoadingState />;
  const { project, forecast, scenario } = plan;
  const part = PARTS[view.view];
  const open = (id: string) => peek.open({ kind: "work_item", id });
  return (
    <div className={classes.page}>
      <PageHeader
        title={
          <Group gap="sm" wrap="nowrap" align="baseline">
            <KeyBadge value={project.code} />
            <InlineTitle
              value={project.title}
              canEdit={project.can.edit === true}
              onSave={(title) => save.mutate({ seen: project, fields: { title } })}
            />
          </Group>
        }
        lead={
          <Group gap="4px 16px" component="span">
            <span>
              {t(finished ? "plan.finished" : "plan.finishes", {
                date: figures.date(project.finish),
              })}
              {!finished &&
                forecast &&
                forecast.p50.slice(0, 10) !== project.finish.slice(0, 10) && (
                  <>, {t("plan.likely", { date: figures.date(forecast.p50) })}</>
                )}
            </span>
            {project.deadline && (
              <span>{t("plan.deadline", { date: figures.date(project.deadline) })}</span>
            )}
            {project.deadline && !finished && (
              <ChanceBadge chance={forecast?.probability_on_time} />
            )}
          </Group>
        }
        actions={
          <>
            <ScenarioSwitch
              projectId={id}
              chosen={view.scenario}
              onView={onView}
              canOpen={project.can.edit === true}
            />
            {!scenario && (
              <PlanFilesMenu
                projectId={id}
                atOnce={{
                  files: plan.can.export_at_once !== false,
                  drawings: plan.can.draw_at_once !== false,
                }}
                baseline={view.baseline}
              />
            )}
            <ObjectParts place="action" kind="project" id={id} />
          </>
        }
        tools={<PlanTabs view={view.view} onView={onView} isScenario={scenario !== undefined} />}
      />
      <PlanLooks
        view={view.view}
        onView={onView}
        isScenario={scenario !== undefined}
        beside={<div ref={setFilters} className={classes.filters} />}
      />
      {scenario && <ScenarioBand scenario={scenario} view={view.view} onView={onView} />}
      {(view.view === "gantt" || view.view === "table") && (
        <PlanChart
          key={view.scenario ?? id}
          plan={plan}
          view={view}
          onView={onView}
          filters={filters}
        />
      )}
      {view.view === "mindmap" && (
        <MindMap key={view.scenario ?? id} plan={plan} view={view} onView={onView} />
      )}
      <Suspense fallback={<LoadingState />}>
        {view.view === "network" && <NetworkView plan={plan} onOpen={open} />}
        {view.view === "calendar" && (
          <CalendarView plan={plan} month={view.month} onView={onView} onOpen={open} />
        )}
        {view.view === "phases" && <PhasesView plan={plan} onOpen={open} />}
      </Suspense>
      {view.view === "changes" && scenario && (
        <ScenarioReview plan={plan} scenario={scenario} onView={onView} />
      )}
      {view.view === "baselines" && (
        <BaselinesView
          projectId={id}
          view={view}
          onView={onView}
          canSet={project.can.edit === true}
        />
      )}
      {view.view === "forecast" && (
        <PageBody>
          <ForecastPanel projectId={id} forecast={forecast} isScenario={scenario !== undefined} />
        </PageBody>
      )}
      {part && <ObjectParts key={part} isWhole place={part} kind="project" id={id} />}
      {plan.warnings.length > 0 && view.view !== "charter" && view.view !== "register" && (
        <Text size="sm" c="var(--nl-warning)" px="lg" py="sm" role="status">
          {plan.warnings.join(" ")}
        </Text>
      )}
    </div>
  );
}
