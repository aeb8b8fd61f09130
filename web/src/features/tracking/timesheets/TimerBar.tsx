import { Button, Group, Select, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Elapsed } from "./Elapsed";
import type { WeekRow } from "./sheets";
import { useTimer } from "./useTimer";
import classes from "./Week.module.css";

/** What I work on now, measured: begin it on an item of the week, stop it into today's hours. */
export function TimerBar({ rows }: { rows: readonly WeekRow[] }) {
  const { t } = useTranslation();
  const { timer, start, stop } = useTimer();
  const [item, setItem] = useState<string | null>(null);
  const choices = rows.filter(({ can }) => can.write);
  if (!timer) return null;
  return (
    <section className={classes.timer} aria-label={t("timer.title")}>
      {timer.since && timer.item ? (
        <>
          <Text className={classes.running} role="timer">
            <Elapsed since={timer.since} />
          </Text>
          <Text size="sm" className={classes.grows}>
            {timer.item.title}
            <Text span size="xs" c="dimmed" display="block">
              {timer.project?.title}
            </Text>
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="sm"
              color="red"
              loading={stop.isPending}
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              onClick={() => stop.mutate(true)}
            >
              {t("timer.stop")}
            </Button>
            <Button size="sm" variant="subtle" color="gray" onClick={() => stop.mutate(false)}>
              {t("timer.drop")}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Select
            size="sm"
            searchable
            className={classes.grows}
            aria-label={t("timer.item")}
            placeholder={t("timer.item")}
            nothingFoundMessage={t("timer.none")}
            data={choices.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
            value={item}
            onChange={setItem}
          />
          <Button
            size="sm"
            loading={start.isPending}
            disabled={!item}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => item && start.mutate(item)}
          >
            {t("timer.start")}
          </Button>
        </>
      )}
    </section>
  );
}
