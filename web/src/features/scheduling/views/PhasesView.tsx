import { Select } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "@/features/core/useLocale";
import { indented } from "@/timeline/geometry/indented";
import { minuteOf, nowMinute } from "@/timeline/geometry/time";
import type { Span } from "@/timeline/types";
import { useFigures } from "@/ui/words/figures";
import { ItemTitle } from "../ItemTitle";
import type { Plan, PlanItem } from "../plan";
import { ItemsTable } from "./ItemsTable";
import { LookFrame } from "./LookFrame";
import classes from "./Phases.module.css";
import {
  deepestOf,
  extentOf,
  hasPhases,
  type Label,
  labelsOf,
  type Phase,
  phasesOf,
  shareOf,
  ticksOf,
} from "./phases";
import shared from "./Views.module.css";

/** Where on a line its bar begins, where milestones stand below it, and how tall a row of them is, in pixels. */
const BAR_TOP = 10;
const BELOW_BAR = 30;
const ROW = 22;

interface Props {
  plan: Plan;
  onOpen: (id: string) => void;
}

/** The plan for who wants it short: a line for each phase, and on it what is reached when. */
export default function PhasesView({ plan, onOpen }: Props) {
  const { t } = useTranslation();
  const [level, setLevel] = useState("1");
  const deepest = useMemo(() => Math.min(5, deepestOf(plan.items)), [plan.items]);
  const phases = useMemo(() => phasesOf(plan.items, Number(level)), [plan.items, level]);
  const span = extentOf(phases);
  const items = phases.flatMap(({ item, milestones }) =>
    item ? [item, ...milestones] : milestones,
  );
  return (
    <LookFrame
      title={t("plan.view.phases")}
      tools={
        deepest > 1 && (
          <Select
            size="xs"
            w={170}
            aria-label={t("planLook.level")}
            data={Array.from({ length: deepest }, (_, index) => ({
              value: String(index + 1),
              label: t("planLook.levels", { count: index + 1 }),
            }))}
            value={level}
            onChange={(next) => setLevel(next ?? "1")}
            allowDeselect={false}
          />
        )
      }
      picture={span && <Lines plan={plan} phases={phases} span={span} onOpen={onOpen} />}
      table={<ItemsTable plan={plan} items={items} onOpen={onOpen} />}
      isEmpty={span === null}
    />
  );
}

interface LinesProps extends Props {
  phases: readonly Phase[];
  span: Span;
}

function Lines({ plan, phases, span, onOpen }: LinesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { ref, width } = useElementSize();
  const now = nowMinute();
  const deadline = plan.project.deadline ? minuteOf(plan.project.deadline) : null;
  const left = (at: number) => `${(100 * shareOf(at, span)).toFixed(3)}%`;
  const named = {
    month: new Intl.DateTimeFormat(locale, { month: "short", year: "2-digit", timeZone: "UTC" }),
    quarter: new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }),
    year: new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" }),
  };
  return (
    <div className={classes.phases}>
      <div className={classes.axis}>
        <div />
        <div ref={ref} className={classes.track}>
          {ticksOf(span, width || 800).map(({ at, unit }) => (
            <span key={at} className={classes.tick} style={{ insetInlineStart: left(at) }}>
              {named[unit].format(new Date(at * 60_000))}
            </span>
          ))}
        </div>
      </div>
      {phases.map((phase) => (
        <Line
          key={phase.item?.id ?? ""}
          phase={phase}
          unnamed={t(hasPhases(phases) ? "planLook.noPhase" : "planLook.milestones")}
          span={span}
          width={width}
          onOpen={onOpen}
        >
          {now > span.start && now < span.finish && (
            <span className={classes.now} style={{ insetInlineStart: left(now) }} />
          )}
          {deadline && deadline < span.finish && (
            <span className={classes.due} style={{ insetInlineStart: left(deadline) }} />
          )}
        </Line>
      ))}
    </div>
  );
}

interface OnLine {
  span: Span;
  onOpen: (id: string) => void;
}

interface LineProps extends OnLine {
  phase: Phase;
  /** What a line is called that stands for no item. */
  unnamed: string;
  width: number;
  /** What is marked on every line. */
  children: ReactNode;
}

/** A phase with its bar and, below it, its milestones in as many rows as their names need. */
function Line({ phase: { item, milestones }, unnamed, span, width, onOpen, children }: LineProps) {
  const marks = milestones.map(({ title, schedule }) => ({
    at: schedule ? shareOf(minuteOf(schedule.start), span) * width : 0,
    title,
  }));
  const labels = labelsOf(marks, width);
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
  const top = item ? BELOW_BAR : BAR_TOP;
  return (
    <div className={classes.phase}>
      <div
        className={classes.phaseTitle}
        style={{ paddingInlineStart: indented((item?.outline_level ?? 1) - 1, 14, 100) }}
      >
        {item ? (
          <button type="button" className={classes.plain} onClick={() => onOpen(item.id)}>
            <ItemTitle item={item} />
          </button>
        ) : (
          <span>{unnamed}</span>
        )}
      </div>
      <div
        className={classes.track}
        style={{ height: (rows > 0 ? top + rows * ROW : BELOW_BAR) + 4 }}
      >
        {children}
        {item && <PhaseBar item={item} span={span} onOpen={onOpen} />}
        <Milestones items={milestones} labels={labels} top={top} span={span} onOpen={onOpen} />
      </div>
    </div>
  );
}

function PhaseBar({ item, span, onOpen }: OnLine & { item: PlanItem }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!item.schedule) return null;
  const { start, finish, critical } = item.schedule;
  const from = shareOf(minuteOf(start), span);
  const to = shareOf(minuteOf(finish), span);
  const said = t("planLook.phase", {
    title: item.title,
    start: figures.date(start),
    finish: figures.date(finish),
    done: figures.percent(item.percent_complete / 100),
  });
  return (
    <button
      type="button"
      className={classes.phaseBar}
      style={{ insetInlineStart: `${100 * from}%`, width: `${100 * (to - from)}%` }}
      data-critical={critical || undefined}
      title={said}
      aria-label={said}
      onClick={() => onOpen(item.id)}
    >
      <span className={classes.phaseDone} style={{ width: `${item.percent_complete}%` }} />
    </button>
  );
}

function Milestones({
  items,
  labels,
  top,
  span,
  onOpen,
}: OnLine & { items: readonly PlanItem[]; labels: readonly Label[]; top: number }) {
  const figures = useFigures();
  return items.map((item, index) => {
    const label = labels[index];
    if (!item.schedule || !label) return null;
    const said = `${item.title}, ${figures.date(item.schedule.start)}`;
    return (
      <button
        key={item.id}
        type="button"
        className={classes.mark}
        style={{
          insetInlineStart: `${100 * shareOf(minuteOf(item.schedule.start), span)}%`,
          top: top + label.row * ROW,
        }}
        data-side={label.side}
        data-critical={item.schedule.critical || undefined}
        data-done={item.percent_complete >= 100 || undefined}
        title={said}
        aria-label={said}
        onClick={() => onOpen(item.id)}
      >
        <span aria-hidden className={shared.diamond} />
        {label.side && (
          <span aria-hidden>
            <ItemTitle item={item} />
          </span>
        )}
      </button>
    );
  });
}
