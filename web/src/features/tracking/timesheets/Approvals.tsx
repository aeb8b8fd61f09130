import { Button, Group, Table, Text, Title } from "@mantine/core";
import { IconCheck, IconChecks } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { ApproveAll } from "./ApproveAll";
import { GiveBack } from "./GiveBack";
import { sumOf, writeHours } from "./hours";
import { shifted, sum, type Waiting, waitingQuery, weeksOf } from "./sheets";
import { useDayWords } from "./useDayWords";
import { useJudge } from "./useJudge";
import classes from "./Week.module.css";

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** The hours that wait for my approval, person by person. */
export function Approvals() {
  const { t } = useTranslation();
  const judge = useJudge();
  const [isApproving, setApproving] = useState(false);
  const { data, error } = useQuery(waitingQuery);
  if (error && !data) return <ErrorState title={error.title} detail={error.detail} />;
  if (!data) return <LoadingState />;
  if (data.length === 0)
    return <EmptyState icon={IconCheck} sentence={t("timesheet.nothingWaits")} />;
  return (
    <>
      <Group justify="flex-end" mb="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconChecks size={14} aria-hidden />}
          onClick={() => setApproving(true)}
        >
          {t("timesheet.approveAll", { count: weeksOf(data).length })}
        </Button>
      </Group>
      {isApproving && <ApproveAll waiting={data} onClose={() => setApproving(false)} />}
      {data.map((one) => (
        <WaitingWeek key={`${one.timesheet_id} ${one.project.id}`} one={one} judge={judge} />
      ))}
    </>
  );
}

const judgedOf = ({ timesheet_id, version, project }: Waiting) => ({
  timesheet: timesheet_id,
  version,
  project: project.id,
});

function WaitingWeek({ one, judge }: { one: Waiting; judge: ReturnType<typeof useJudge> }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const dayWords = useDayWords();
  const name = t("timesheet.waitingOf", { name: one.member.name, date: figures.date(one.week) });
  return (
    <section className={classes.waiting} aria-label={`${name} ${one.project.title}`}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2} fz="md">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {one.project.title} · {sumOf(one.minutes)}
          </Text>
        </div>
        <Group gap="sm">
          <GiveBack of={judgedOf(one)} />
          <Button size="compact-sm" onClick={() => judge.mutate({ of: judgedOf(one) })}>
            {t("timesheet.approve")}
          </Button>
        </Group>
      </Group>
      <Table.ScrollContainer minWidth={620}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("timesheet.item")}</Table.Th>
              {DAYS.map((day) => (
                <Table.Th key={day} ta="right">
                  {dayWords.short(shifted(one.week, day))}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t("timesheet.total")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {one.lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <KeyBadge value={line.key} /> {line.title}
                  {line.notes.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {line.notes.join("; ")}
                    </Text>
                  )}
                </Table.Td>
                {DAYS.map((day) => (
                  <Table.Td key={day} ta="right" className={classes.sum}>
                    {writeHours(line.minutes[day] ?? 0)}
                  </Table.Td>
                ))}
                <Table.Td ta="right" className={classes.sum}>
                  {sumOf(sum(line.minutes))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
