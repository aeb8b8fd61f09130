import { Button, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Subject } from "@/features/core/activity";
import { ChangeRow } from "@/features/core/ChangeRow";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Composer } from "./Composer";
import { Thread } from "./Thread";
import { streamQuery, useTalk } from "./talk";
import { WatchButton } from "./WatchButton";

interface Props {
  subject: Subject;
}

/** An object's activity: what was said and what was changed, in one stream under the composer. */
export function Stream({ subject }: Props) {
  const { t } = useTranslation();
  const stream = useInfiniteQuery(streamQuery(subject));
  const { say } = useTalk(subject);
  const items = stream.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="xs">
      <Composer
        subject={subject}
        label={t("talk.write")}
        fault={say.error}
        isPending={say.isPending}
        onSend={(body) => say.mutateAsync({ body })}
        aside={<WatchButton subject={subject} />}
      />
      {stream.isPending ? (
        <LoadingState rows={4} />
      ) : stream.isError && !stream.data ? (
        <ErrorState
          title={stream.error.title}
          detail={stream.error.detail}
          onRetry={() => void stream.refetch()}
        />
      ) : (
        <Stack gap={0}>
          {items.map(({ change, thread }) =>
            thread ? (
              <Thread key={change.id} root={thread} subject={subject} />
            ) : (
              <ChangeRow key={change.id} change={change} namesObject={false} />
            ),
          )}
        </Stack>
      )}
      {stream.hasNextPage && (
        <Button
          variant="subtle"
          loading={stream.isFetchingNextPage}
          onClick={() => void stream.fetchNextPage()}
        >
          {t("activity.more")}
        </Button>
      )}
    </Stack>
  );
}
