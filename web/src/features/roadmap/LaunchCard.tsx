import { Badge, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { LaunchState } from "./LaunchState";
import type { Launch } from "./launches";

/** A launch among others: when, what, and how far its checklist is. */
export function LaunchCard({ launch }: { launch: Launch }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const done = launch.steps.filter(({ done_on }) => done_on).length;
  const overdue = launch.reviews.filter(
    ({ due, verdict }) => !verdict && due <= new Date().toISOString().slice(0, 10),
  ).length;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: "1 1 240px", overflowWrap: "anywhere" }}>
          <Group gap="sm">
            <KeyBadge value={launch.key} />
            <PeekLink kind="launch" id={launch.id} objectKey={launch.key} fw={600}>
              {launch.title}
            </PeekLink>
            <LaunchState launch={launch} />
            {overdue > 0 && (
              <Badge variant="light" color="orange">
                {t("launch.reviewsDue", { count: overdue })}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {figures.date(launch.launched_on ?? launch.day)}
            {launch.initiatives.length > 0 &&
              ` · ${launch.initiatives.map(({ title }) => title).join(", ")}`}
          </Text>
        </div>
        {launch.steps.length > 0 && (
          <Stack gap={4} w={180}>
            <Text size="xs" c="dimmed" ta="end">
              {t("launch.stepsDone", { done, count: launch.steps.length })}
            </Text>
            <Progress
              value={(100 * done) / launch.steps.length}
              aria-label={t("launch.stepsDone", { done, count: launch.steps.length })}
            />
          </Stack>
        )}
      </Group>
    </Paper>
  );
}
