import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconNews, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { EntryForm } from "./EntryForm";
import { changelogQuery, type Entry, type Portal } from "./portals";
import { useDeed } from "./useDeed";

/** What customers are told is new: drafts and what is published. */
export function ChangelogTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(changelogQuery(portal.id));
  const [editing, setEditing] = useState<Entry | "new">();
  const add = portal.can.edit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing("new")}>
      {t("portal.newEntry")}
    </Button>
  );
  return (
    <Stack gap="md" maw={840}>
      {data && data.length > 0 && <Group justify="flex-end">{add}</Group>}
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} />
      ) : !data ? (
        <LoadingState />
      ) : data.length === 0 ? (
        <EmptyState icon={IconNews} sentence={t("portal.changelogEmpty")} action={add} />
      ) : (
        data.map((entry) => (
          <EntryCard key={entry.id} entry={entry} onEdit={() => setEditing(entry)} />
        ))
      )}
      {editing && (
        <EntryForm
          portal={portal}
          entry={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Stack>
  );
}

function EntryCard({ entry, onEdit }: { entry: Entry; onEdit: () => void }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { act, isPending } = useDeed();
  const { version } = entry;
  const path = `/changelog/${entry.id}`;
  const publish = async () => {
    const isSure = await confirm({
      title: t("portal.publishAsk", { title: entry.title }),
      detail: t("portal.publishDetail"),
      verb: t("portal.publish"),
      isDestructive: false,
    });
    if (isSure) act(t("portal.published"), () => http.post(`${path}/publication`, {}, { version }));
  };
  return (
    <Paper withBorder p="md" component="article" aria-label={entry.title}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="sm">
            <Title order={3}>{entry.title}</Title>
            <Badge variant="light">{t(`entrySort.${entry.sort}`)}</Badge>
            {!entry.published_at && <Badge variant="default">{t("portal.draft")}</Badge>}
          </Group>
          <Text size="xs" c="dimmed">
            {figures.date(entry.day)}
          </Text>
        </div>
        {entry.can.edit && (
          <Group gap="sm">
            <Button size="xs" variant="default" onClick={onEdit}>
              {t("portal.edit")}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={isPending}
              onClick={() =>
                act(t("portal.archived"), () => http.post(`${path}/archival`, {}, { version }))
              }
            >
              {t("portal.archive")}
            </Button>
            {entry.published_at ? (
              <Button
                size="xs"
                variant="default"
                disabled={isPending}
                onClick={() =>
                  act(t("portal.unpublished"), () =>
                    http.delete(`${path}/publication`, { version }),
                  )
                }
              >
                {t("portal.unpublish")}
              </Button>
            ) : (
              <Button size="xs" disabled={isPending} onClick={() => void publish()}>
                {t("portal.publish")}
              </Button>
            )}
          </Group>
        )}
      </Group>
      <Text mt="sm" maw="68ch" style={{ whiteSpace: "pre-line" }}>
        {entry.words}
      </Text>
    </Paper>
  );
}
