import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf, http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { JobProgress } from "@/features/core/JobProgress";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";

interface Props {
  /** Where the file is asked for, and what is asked. */
  path: string;
  asked: object;
  /** Why it is not there at once. */
  means: string;
  onClose: () => void;
}

type Export = Schemas["ExportOut"];

/** A file while it is made in the background, and then the way to it. */
export function MakingFile({ path, asked, means, onClose }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isMade, setMade] = useState(false);
  // Asked for once, when this is opened; the server keeps the file for a day.
  const { data, error } = useQuery({
    queryKey: ["export", path, asked],
    queryFn: () => http.post<Export>(path, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <Modal opened onClose={onClose} title={t(isMade ? "file.ready" : "file.making")}>
      <Stack>
        <Text size="sm">{`${means} ${t("file.kept")}`}</Text>
        <ProblemNote fault={error} />
        {data?.job && (
          <JobProgress jobId={data.job} onOver={({ state }) => setMade(state === "done")} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("close")}
          </Button>
          {isMade && data && (
            <Button
              component="a"
              href={addressOf(`/exports/${data.id}/file`, { workspace })}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t("file.download")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
