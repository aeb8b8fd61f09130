import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconBellRinging } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ReminderList } from "./ReminderList";
import { remindersQuery } from "./reminders";

/** What one wants to be reminded of, and what one was. */
export function RemindersPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState("open");
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    remindersQuery(shown === "done"),
  );
  const reminders = data?.pages.flatMap((page) => page.items);
  return (
    <Stack gap="md" maw={640}>
      <Text c="dimmed">{t("reminder.lead")}</Text>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t("reminder.shown")}
          data={(["open", "done"] as const).map((value) => ({
            value,
            label: t(`reminder.which.${value}`),
          }))}
          value={shown}
          onChange={setShown}
        />
      </Group>
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
      ) : !reminders ? (
        <LoadingState rows={4} />
      ) : reminders.length === 0 ? (
        <EmptyState icon={IconBellRinging} sentence={t("reminder.none")} />
      ) : (
        <ReminderList reminders={reminders} />
      )}
      {hasNextPage && (
        <Group>
          <Button variant="default" onClick={() => void fetchNextPage()}>
            {t("reminder.more")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
