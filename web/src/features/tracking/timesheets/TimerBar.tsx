import { Button, Group, Select, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { toast } from "@/ui/toast";
import { sumOf } from "./hours";
import { type Timer, timerQuery, type WeekRow } from "./sheets";
import classes from "./Week.module.css";

/** What I work on now, measured: begin it on an item of the week, stop it into today's hours. */
export function TimerBar({ rows }: { rows: readonly WeekRow[] }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: timer } = useQuery(timerQuery);
  const [item, setItem] = useState<string | null>(null);
  const failed = (fault: Error & { detail?: string; title?: string }) =>
    toast.failed(fault.detail || fault.title || fault.message);
  const start = useMutation({
    mutationFn: (id: string) => http.put<Timer>("/timer", { item_id: id }),
    onSuccess: (running) => {
      cache.setQueryData(timerQuery.queryKey, running);
      void cache.invalidateQueries({ queryKey: ["timesheet"] });
    },
    onError: failed,
  });
  const stop = useMutation({
    mutationFn: (keep: boolean) =>
      http.delete<Schemas["StoppedOut"]>("/timer", { query: { keep } }),
    onSuccess: ({ minutes, cut }, keep) => {
      void cache.invalidateQueries({ queryKey: ["timesheet"] });
      if (!keep) toast.done(t("timer.dropped"));
      else if (minutes === 0) toast.done(t("timer.nothing"));
      else void done(t(cut ? "timer.cut" : "timer.kept", { time: sumOf(minutes) }));
    },
    onError: failed,
  });
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

const TICK = 10_000;

function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, []);
  return <>{sumOf(Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)))}</>;
}
