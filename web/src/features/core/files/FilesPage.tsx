import { Group, Stack, Text } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { DownloadButton } from "./DownloadButton";
import classes from "./FilesPage.module.css";
import { filesQuery, stateOf } from "./files";

/** The files that one had made in the background within a day. */
export function FilesPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: files, error } = useQuery(filesQuery);
  if (error && !files) return <ErrorState title={error.title} detail={error.detail} />;
  if (!files) return <LoadingState rows={3} />;
  if (files.length === 0) return <EmptyState icon={IconFileDownload} sentence={t("file.none")} />;
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("file.lead")}
      </Text>
      <Stack component="ul" className={classes.files} gap={0}>
        {files.map((file) => (
          <Group key={file.id} component="li" className={classes.file} wrap="nowrap" gap="md">
            <div className={classes.named}>
              <Text className={classes.name}>{file.name}</Text>
              <Text size="xs" c="dimmed">
                {t(`file.${stateOf(file.state)}`)} · {figures.ago(file.asked_at)}
              </Text>
            </div>
            {file.made_at && <DownloadButton file={file} size="compact-sm" />}
          </Group>
        ))}
      </Stack>
    </>
  );
}
