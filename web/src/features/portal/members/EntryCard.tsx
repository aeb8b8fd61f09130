import { Badge, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { useFigures } from "@/ui/words/figures";
import type { Entry } from "./portals";
import { useDeed } from "./useDeed";

interface Props {
  entry: Entry;
  onEdit?: () => void;
}

/** What customers are told of one thing that is new, with what can be done with it. */
export function EntryCard({ entry, onEdit }: Props) {
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
            {onEdit && (
              <Button size="xs" variant="default" onClick={onEdit}>
                {t("portal.edit")}
              </Button>
            )}
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
