import { Badge, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { LaunchState } from "./LaunchState";
import type { ListedLaunch } from "./launches";

/** A launch among others: when, what, and how far its checklist is. */
export function LaunchCard({ launch }: { launch: ListedLaunch }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { points, points_done: done } = launch;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: "1 1 240px", overflowWrap: "anywhere" }}>
          <Group gap="sm">
            <KeyBadge value={launch.key} />
            <PeekLink kind="launch" id={launch.id} objectKey={launch.key} fw={600}>
              {launch.title}
            </PeekLink>
            <LaunchState state={launch.state} />
            {launch.reviews_due > 0 && (
              <Badge variant="light" color="orange">
                {t("launch.reviewsDue", { count: launch.reviews_due })}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {figures.date(launch.launched_on ?? launch.day)}
            {launch.initiatives.length > 0 &&
              ` · ${launch.initiatives.map(({ title }) => title).join(", ")}`}
          </Text>
        </div>
        {points > 0 && (
          <Stack gap={4} w={{ base: "100%", xs: 180 }}>
            <Text size="xs" c="dimmed" ta="end">
              {t("launch.stepsDone", { done, count: points })}
            </Text>
            <Progress
              value={(100 * done) / points}
              aria-label={t("launch.stepsDone", { done, count: points })}
            />
          </Stack>
        )}
      </Group>
    </Paper>
  );
}
