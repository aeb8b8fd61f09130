import { Button, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Stream } from "@/features/talk/Stream";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { activityQuery, type Subject } from "./activity";
import { ChangeRow } from "./ChangeRow";

interface Props {
  /** One object's activity; without it, the workspace's. */
  subject?: Subject;
}

/** The Activity tab: who said and did what and when, each change with its undo while it can be undone. */
export function Activity({ subject }: Props) {
  return subject ? <Stream subject={subject} /> : <WorkspaceActivity />;
}

function WorkspaceActivity() {
  const { t } = useTranslation();
  const activity = useInfiniteQuery(activityQuery());
  if (activity.isPending) return <LoadingState rows={4} />;
  if (activity.isError && !activity.data) {
    return (
      <ErrorState
        title={activity.error.title}
        detail={activity.error.detail}
        onRetry={() => void activity.refetch()}
      />
    );
  }
  const changes = activity.data.pages.flatMap((page) => page.items);
  if (changes.length === 0) return <EmptyState sentence={t("activity.empty")} />;
  return (
    <Stack gap={0}>
      {changes.map((change) => (
        <ChangeRow key={change.id} change={change} namesObject />
      ))}
      {activity.hasNextPage && (
        <Button
          variant="subtle"
          mt="sm"
          loading={activity.isFetchingNextPage}
          onClick={() => void activity.fetchNextPage()}
        >
          {t("activity.more")}
        </Button>
      )}
    </Stack>
  );
}
