import { Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { initiativeQuery } from "@/features/roadmap/roadmap";
import type { PartProps } from "@/ui/shell/parts";
import { updatesQuery } from "./overseeing";
import { UpdateComposer } from "./UpdateComposer";
import { UpdateRow } from "./UpdateRow";

/** How the initiative goes in its people's words, the newest first, and where to say so. */
export default function InitiativeUpdates({ id }: PartProps) {
  const { t } = useTranslation();
  const [isWriting, setWriting] = useState(false);
  const { data: initiative } = useQuery(initiativeQuery(id));
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(updatesQuery(id));
  if (!data) return null;
  const updates = data.pages.flatMap(({ items }) => items);
  const may = data.pages[0]?.can.say === true && initiative?.archived_at === null;
  if (updates.length === 0 && !may) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t("update.title")}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" fw={600}>
          {t("update.title")}
        </Text>
        {may && !isWriting && (
          <Button size="compact-xs" variant="default" onClick={() => setWriting(true)}>
            {t("update.write")}
          </Button>
        )}
      </Group>
      {isWriting && <UpdateComposer initiativeId={id} onClose={() => setWriting(false)} />}
      {updates.length === 0 && !isWriting && (
        <Text size="sm" c="dimmed">
          {t("update.empty")}
        </Text>
      )}
      {updates.map((update) => (
        <UpdateRow key={update.id} update={update} />
      ))}
      {hasNextPage && (
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ alignSelf: "start" }}
          onClick={() => void fetchNextPage()}
        >
          {t("update.older")}
        </Button>
      )}
    </Stack>
  );
}
