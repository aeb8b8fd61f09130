import { Stack } from "@mantine/core";
import { IconChartAreaLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { stacked } from "@/ui/chart/chart";
import { TimeChart } from "@/ui/chart/TimeChart";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import type { PartProps } from "@/ui/shell/parts";
import { useFigures } from "@/ui/words/figures";
import classes from "./Flow.module.css";
import { ACCENT, coneOf, flowQuery, GOOD, pointsOf, QUIET, stateColours } from "./flow";
import { OneTruth } from "./OneTruth";
import { SlackBurn } from "./SlackBurn";

/** How far a project is by each measure, and how its work flows. */
export default function FlowPanel({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: flow, error } = useQuery(flowQuery(id));
  if (error && !flow) return <ErrorState title={error.title} detail={error.detail} />;
  if (!flow) return <LoadingState />;
  const { days, burn_up, states, cone, cycle, throughput, today } = flow;
  if ((burn_up.scope.at(-1) ?? 0) === 0) {
    return <EmptyState icon={IconChartAreaLine} sentence={t("flow.empty")} />;
  }
  const colours = stateColours(states);
  const late = cone?.find(({ share }) => share === 0.85)?.on;
  const p85 = cycle.percentiles.find(({ percent }) => percent === 85);
  const finished = throughput.reduce((sum, { items }) => sum + items, 0);
  return (
    <PageBody>
      <Stack gap={40} className={classes.panel}>
        <OneTruth projectId={id} />
        <TimeChart
          title={t("flow.burnUp")}
          means={t("flow.burnUpMeans")}
          sentence={late ? t("flow.coneSays", { date: figures.date(late) }) : t("flow.noPace")}
          unit={t("flow.items")}
          today={today}
          series={[
            {
              name: t("flow.scope"),
              colour: QUIET,
              shape: "line",
              points: pointsOf(days, burn_up.scope),
            },
            {
              name: t("flow.done"),
              colour: GOOD,
              shape: "line",
              points: pointsOf(days, burn_up.done),
            },
            ...coneOf(flow, (share) => t("flow.cone", { share: figures.percent(share) })),
          ]}
        />
        <TimeChart
          title={t("flow.cumulative")}
          means={t("flow.cumulativeMeans")}
          unit={t("flow.items")}
          series={stacked(
            states
              .map(({ name, items }, index) => ({
                name,
                colour: colours[index] ?? ACCENT,
                shape: "area" as const,
                points: pointsOf(days, items),
              }))
              .reverse(),
          )}
        />
        <SlackBurn projectId={id} />
        <div className={classes.pair}>
          <TimeChart
            title={t("flow.cycle")}
            means={t("flow.cycleMeans")}
            sentence={p85 ? t("flow.cycleSays", { count: p85.days }) : t("flow.nothingFinished")}
            unit={t("flow.days")}
            levels={cycle.percentiles.map(({ percent, days: value }) => ({
              value,
              label: t("flow.percentile", { percent, count: value }),
            }))}
            series={[
              {
                name: t("flow.finishedItem"),
                colour: ACCENT,
                shape: "dot",
                points: cycle.items.map(({ key, title, finished: day, days: value }) => ({
                  day,
                  value,
                  label: `${key} ${title}`,
                })),
              },
            ]}
          />
          <TimeChart
            title={t("flow.throughput")}
            means={t("flow.throughputMeans")}
            sentence={t("flow.throughputSays", {
              count: finished,
              weeks: throughput.length,
              weekly: figures.number(Math.round((10 * finished) / throughput.length) / 10),
            })}
            unit={t("flow.items")}
            series={[
              {
                name: t("flow.aWeek"),
                colour: ACCENT,
                shape: "bar",
                points: throughput.map(({ week, items }) => ({ day: week, value: items })),
              },
            ]}
          />
        </div>
      </Stack>
    </PageBody>
  );
}
