import { Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { JobProgress } from "@/features/core/JobProgress";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { DownloadButton } from "./DownloadButton";
import { type FileState, type MadeFile, stateOf } from "./files";

interface Props {
  /** Where the file is asked for, and what is asked. */
  path: string;
  asked: object;
  /** Why it is not there at once. */
  means: string;
  onClose: () => void;
}

/** A file while it is made in the background, and then the way to it. */
export function MakingFile({ path, asked, means, onClose }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [state, setState] = useState<FileState>("making");
  // Asked for once, when this is opened; the server keeps the file for a day.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["export", path, asked],
    queryFn: () => http.post<MadeFile>(path, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnMount: false,
    refetchOnReconnect: false,
  });
  const shown = error ? "failed" : state;
  const askAgain = () => {
    setState("making");
    void refetch();
  };
  return (
    <Modal opened onClose={onClose} title={t(`file.${shown}`)}>
      <Stack>
        <Text size="sm">
          {`${means} ${t("file.kept")} `}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => (
              <Link {...props} to="/$workspace/settings/files" params={{ workspace }} />
            )}
          >
            {t("file.yours")}
          </Anchor>
        </Text>
        <ProblemNote fault={error} />
        {data?.job && (
          <JobProgress
            key={data.job}
            jobId={data.job}
            onOver={(job) => setState(stateOf(job.state))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("close")}
          </Button>
          {shown === "ready" && data && <DownloadButton file={data} />}
          {(shown === "failed" || shown === "cancelled") && (
            <Button loading={isFetching} onClick={askAgain}>
              {t("retry")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
