import { Badge, Group, Paper, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconClock, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Promised } from "./promises";
import { SettlePromise } from "./SettlePromise";

const LOOK = {
  open: { colour: "var(--nl-accent)", Icon: IconClock },
  kept: { colour: "var(--nl-good)", Icon: IconCheck },
  broken: { colour: "var(--nl-bad)", Icon: IconX },
} as const;

interface Props {
  promise: Promised;
}

/** One promise: to whom, what, by when, in which words, at what chance, and every outcome on record. */
export function PromiseRow({ promise }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { key, promised_to, initiative, due, made_on, made_by, words, chance } = promise;
  const { state, endangered, window_finish, outcomes } = promise;
  const { colour, Icon } = LOOK[state];
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <div className="nl-title">
          <Group gap="sm">
            <KeyBadge value={key} />
            <Text fw={600}>
              {t("promise.toBy", { name: promised_to, date: figures.date(due) })}
            </Text>
            <Badge variant="default" leftSection={<Icon size={12} color={colour} aria-hidden />}>
              {t(`promise.states.${state}`)}
            </Badge>
            {endangered && (
              <Badge
                variant="light"
                color="red"
                leftSection={<IconAlertTriangle size={12} aria-hidden />}
              >
                {window_finish
                  ? t("promise.windowEnds", { date: figures.date(window_finish) })
                  : t("promise.noWindow")}
              </Badge>
            )}
          </Group>
          <PeekLink kind="initiative" id={initiative.id} objectKey={initiative.key} fz="sm">
            {initiative.key} {initiative.title}
          </PeekLink>
          {words && (
            <Text size="sm" mt={4}>
              “{words}”
            </Text>
          )}
          <Text size="xs" c="dimmed" mt={4}>
            {made_by
              ? t("promise.madeBy", { name: made_by.name, date: figures.date(made_on) })
              : figures.date(made_on)}
            {" · "}
            {chance === null
              ? t("promise.noChance")
              : t("promise.chance", { chance: figures.percent(chance) })}
          </Text>
          {outcomes.map((outcome) => (
            <Text key={outcome.at} size="xs" c="dimmed">
              {t(`promise.outcome.${outcome.verdict}`, {
                date: figures.date(outcome.at),
                was: figures.date(outcome.was_due),
                due: figures.date(outcome.due),
                name: outcome.by?.name ?? "",
              })}
              {outcome.reason && `: ${outcome.reason}`}
            </Text>
          ))}
        </div>
        {promise.can.edit && state === "open" && <SettlePromise promise={promise} />}
      </Group>
    </Paper>
  );
}
