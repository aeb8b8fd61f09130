import { Alert, Button, Group, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconMail, IconRefresh, IconSend, IconShare2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { SendReport } from "./SendReport";
import { ShareReport } from "./ShareReport";
import type { StatusReport } from "./status";
import type { useReportDeeds } from "./useReportDeeds";

interface Props {
  report: StatusReport;
  deeds: Pick<ReturnType<typeof useReportDeeds>, "publish" | "redraft">;
}

/** Publishing a draft; and once it is published, sending, sharing and taking it away. */
export function ReportActions({ report, deeds }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isSending, sending] = useDisclosure();
  const [isSharing, sharing] = useDisclosure();
  const { can, id, key, state, moved_on } = report;
  const ask = async () => {
    const isMeant = await confirm({
      title: t("statusReport.publishTitle", { name: key }),
      detail: t("statusReport.publishDetail"),
      verb: t("statusReport.publish"),
      isDestructive: false,
    });
    if (isMeant) deeds.publish.mutate();
  };
  if (state === "draft") {
    if (!can.publish) return null;
    return (
      <>
        {moved_on && (
          <Alert color="yellow" role="status">
            {t("statusReport.planMovedOn")}
          </Alert>
        )}
        <Group gap="sm">
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={deeds.publish.isPending}
            onClick={() => void ask()}
          >
            {t("statusReport.publish")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={deeds.redraft.isPending}
            onClick={() => deeds.redraft.mutate()}
          >
            {t("statusReport.redraft")}
          </Button>
        </Group>
      </>
    );
  }
  return (
    <Group gap="sm">
      {can.send && (
        <>
          <Button
            variant="default"
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={sending.open}
          >
            {t("statusReport.send")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconShare2 size={16} aria-hidden />}
            onClick={sharing.open}
          >
            {t("statusReport.share")}
          </Button>
        </>
      )}
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t("statusReport.file")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(["pdf", "pptx"] as const).map((format) => (
            <Menu.Item
              key={format}
              component="a"
              download
              href={addressOf(`/status-reports/${id}/file`, { workspace, format })}
            >
              {t(`statusReport.format.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isSending && <SendReport report={report} onClose={sending.close} />}
      {isSharing && <ShareReport report={report} onClose={sharing.close} />}
    </Group>
  );
}
