import { Progress as Bar, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { TimeChart } from "@/ui/chart/TimeChart";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import classes from "./Flow.module.css";
import { ACCENT, type Progress, progressQuery, QUIET, WARNING } from "./flow";

interface Props {
  projectId: string;
}

/** One progress, measured in three ways side by side, with why they disagree. */
export function OneTruth({ projectId }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { data: progress, error } = useQuery(progressQuery(projectId));
  if (error && !progress) return <ErrorState title={error.title} detail={error.detail} />;
  if (!progress) return <LoadingState rows={4} />;
  return (
    <Stack gap={40}>
      <section aria-labelledby={id}>
        <Title order={2} id={id}>
          <Term meaning={t("truth.means")}>{t("truth.title")}</Term>
        </Title>
        <Measures progress={progress} />
        <ul className={classes.sentences}>
          {progress.sentences.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
        <Text size="xs" c="dimmed">
          {progress.baseline
            ? t("truth.against", { name: progress.baseline.title })
            : t("truth.noBaseline")}
        </Text>
      </section>
      <Earned progress={progress} />
    </Stack>
  );
}

function Measures({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { flow, effort, earned, minutes_per_day } = progress;
  const inDays = (minutes: number) => figures.number(Math.round(minutes / minutes_per_day));
  const hours = (value: number) => figures.number(Math.round(value));
  const rows = [
    {
      name: "flow" as const,
      share: flow.share,
      said: t("truth.items", { done: flow.done, of: flow.of }),
      finish: flow.finish,
    },
    {
      name: "effort" as const,
      share: effort.share,
      said: t("truth.daysDone", { done: inDays(effort.done), of: inDays(effort.of) }),
      finish: effort.finish,
    },
    ...(earned
      ? [
          {
            name: "earned" as const,
            share: earned.share,
            said: t("truth.hoursEarned", { done: hours(earned.ev), of: hours(earned.bac) }),
            finish: earned.finish,
          },
        ]
      : []),
  ];
  return (
    <div className={classes.scroll}>
      <Table className={classes.measures} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("truth.measure")}</Table.Th>
            <Table.Th w="40%">{t("truth.done")}</Table.Th>
            <Table.Th>{t("truth.counted")}</Table.Th>
            <Table.Th>{t("truth.finish")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, share, said, finish }) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Term meaning={t(`truth.measureMeans.${name}`)}>{t(`truth.by.${name}`)}</Term>
              </Table.Td>
              <Table.Td>
                <div className={classes.share}>
                  <Bar value={100 * share} size="lg" flex={1} aria-label={t(`truth.by.${name}`)} />
                  <span className={classes.percent}>{figures.percent(share)}</span>
                </div>
              </Table.Td>
              <Table.Td>{said}</Table.Td>
              <Table.Td>{finish ? figures.date(finish) : t("truth.unknown")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Planned, earned and actual value over time, and what follows from them. */
function Earned({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { earned, periods, today } = progress;
  if (!earned || periods.length === 0) return null;
  const index = (value: number | null) =>
    value === null ? t("truth.unknown") : figures.number(Math.round(100 * value) / 100);
  const line = (name: "planned" | "earned" | "actual", colour: string) => ({
    name: t(`truth.value.${name}`),
    colour,
    shape: "line" as const,
    dashed: name === "planned",
    points: periods.flatMap(({ on, [name]: value }) =>
      // What was done is known up to today, whenever the week ends.
      value === null ? [] : [{ day: name !== "planned" && on > today ? today : on, value }],
    ),
  });
  return (
    <TimeChart
      title={t("truth.earnedTitle")}
      means={t("truth.earnedMeans")}
      sentence={t("truth.indices", {
        spi: index(earned.spi),
        spiTime: index(earned.spi_time),
        cpi: index(earned.ac > 0 ? earned.cpi : null),
      })}
      unit={t("truth.hours")}
      today={today}
      series={[
        line("planned", QUIET),
        line("earned", ACCENT),
        ...(earned.ac > 0 ? [line("actual", WARNING)] : []),
      ]}
    />
  );
}
