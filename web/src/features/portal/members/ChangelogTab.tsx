import { Button, Group, Stack } from "@mantine/core";
import { IconNews, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { EntryCard } from "./EntryCard";
import { EntryForm } from "./EntryForm";
import { changelogQuery, type Entry, type Portal } from "./portals";

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
