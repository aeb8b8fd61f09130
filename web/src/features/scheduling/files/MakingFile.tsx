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
import type { Made } from "./files";

interface Props {
  projectId: string;
  asked: Made;
  onClose: () => void;
}

type Export = Schemas["PlanExportOut"];

/** The file of a large plan while it is made in the background, and then the way to it. */
export function MakingFile({ projectId, asked, onClose }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isMade, setMade] = useState(false);
  // Asked for once, when this is opened; the server keeps the file for a day.
  const { data, error } = useQuery({
    queryKey: ["plan_export", projectId, asked],
    queryFn: () => http.post<Export>(`/projects/${projectId}/plan/exports`, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <Modal opened onClose={onClose} title={t(isMade ? "planFile.ready" : "planFile.making")}>
      <Stack>
        <Text size="sm">{t("planFile.makingMeans")}</Text>
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
              href={addressOf(`/plan-exports/${data.id}/file`, { workspace })}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t("planFile.download")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
