import { Group, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/features/delivery/today";
import { DateField } from "@/ui/DateField";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { type ForecastMoves, movesQuery, telling, wayOf } from "./forecasts";
import classes from "./RateTable.module.css";

interface Props {
  projectId: string;
}

/** Why the forecast moved since a day: in sentences, and each group of inputs in a table. */
export function WhyMoved({ projectId }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [since, setSince] = useState<string | null>(null);
  const { data: moves, error } = useQuery(movesQuery(projectId, since));
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} id={id}>
          <Term meaning={t("forecast.why.means")}>{t("forecast.why.title")}</Term>
        </Title>
        <DateField
          aria-label={t("forecast.why.since")}
          maxDate={today()}
          required
          value={since ?? moves?.since ?? null}
          onChange={setSince}
        />
      </Group>
      {error ? (
        <ErrorState title={error.title} detail={error.detail} />
      ) : moves ? (
        <Told moves={moves} />
      ) : (
        <LoadingState rows={3} />
      )}
    </section>
  );
}

function Told({ moves }: { moves: ForecastMoves }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { since, was, now, days, chance } = moves;
  if (!since || !was || !now || days === null) {
    return (
      <Text mt="xs" c="dimmed">
        {t("forecast.why.none")}
      </Text>
    );
  }
  const amount = (value: number) => figures.number(Math.round(10 * Math.abs(value)) / 10);
  const way = wayOf(days);
  return (
    <Stack gap="sm" mt="xs">
      <Text maw={720}>
        {t(`forecast.why.whole.${way}`, {
          on: figures.date(since),
          was: figures.date(was.p80),
          now: figures.date(now.p80),
          count: Math.abs(days),
          days: amount(days),
        })}{" "}
        {chance !== null &&
          Math.abs(chance) >= 0.005 &&
          was.chance !== null &&
          now.chance !== null &&
          t("forecast.why.chances", {
            was: figures.percent(was.chance),
            now: figures.percent(now.chance),
          })}
      </Text>
      <ul className={classes.sentences}>
        {telling(moves.parts).map((part) => {
          const how = wayOf(part.days);
          return (
            <li key={part.group}>
              {t(`forecast.why.reason.${part.group}.${how}`)}{" "}
              {how !== "same" &&
                t(`forecast.why.${how}`, {
                  count: Math.abs(part.days ?? 0),
                  days: amount(part.days ?? 0),
                })}
            </li>
          );
        })}
      </ul>
      <Parts moves={moves} />
    </Stack>
  );
}

function Parts({ moves }: { moves: ForecastMoves }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const signed = (value: number | null, by: number) => {
    if (value === null) return "–";
    const rounded = Math.round(10 * by * value) / 10;
    return rounded > 0 ? `+${figures.number(rounded)}` : figures.number(rounded || 0);
  };
  const { days, chance } = moves;
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("forecast.why.group")}</Table.Th>
            <Table.Th ta="end">{t("forecast.why.rows")}</Table.Th>
            <Table.Th ta="end">{t("forecast.why.days")}</Table.Th>
            <Table.Th ta="end">{t("forecast.why.points")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moves.parts.map((part) => (
            <Table.Tr key={part.group}>
              <Table.Td>
                <Term meaning={t(`forecast.why.groupMeans.${part.group}`)}>
                  {t(`forecast.why.name.${part.group}`)}
                </Term>
              </Table.Td>
              <Table.Td ta="end">{part.group === "rest" ? "" : figures.number(part.rows)}</Table.Td>
              <Table.Td ta="end">{signed(part.days, 1)}</Table.Td>
              <Table.Td ta="end">{signed(part.chance, 100)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>{t("forecast.why.together")}</Table.Td>
            <Table.Td />
            <Table.Td ta="end">{signed(days, 1)}</Table.Td>
            <Table.Td ta="end">{signed(chance, 100)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  );
}
