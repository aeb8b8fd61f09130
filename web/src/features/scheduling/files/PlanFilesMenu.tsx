import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MakingFile } from "@/features/core/files/MakingFile";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { baselineOf, DRAWINGS, fileAddress, type Made, PLANS, type PlanFormat } from "./files";
import { PrintModal } from "./PrintModal";

interface Props {
  projectId: string;
  /** What of the plan is written at once: that of a large one is made in the background. */
  atOnce: { files: boolean; drawings: boolean };
  /** What the chart is drawn beside. */
  baseline?: string;
}

/** The plan as a file for other programs, its chart as a picture, and on paper. */
export function PlanFilesMenu({ projectId, atOnce, baseline }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [printing, print] = useDisclosure();
  const [made, setMade] = useState<Made | null>(null);
  const isQuick = (format: PlanFormat) =>
    DRAWINGS.some((each) => each === format) ? atOnce.drawings : atOnce.files;
  const item = (format: PlanFormat) =>
    !isQuick(format) ? (
      <Menu.Item key={format} onClick={() => setMade({ format })}>
        {t(`planFile.${format}`)}
      </Menu.Item>
    ) : (
      <Menu.Item
        key={format}
        component="a"
        href={fileAddress(projectId, { format, baseline, workspace })}
        download
      >
        {t(`planFile.${format}`)}
      </Menu.Item>
    );
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          >
            {t("planFile.menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("planFile.plan")}</Menu.Label>
          {PLANS.map(item)}
          <Menu.Label>{t("planFile.drawing")}</Menu.Label>
          {DRAWINGS.map(item)}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
            onClick={print.open}
          >
            {t("planFile.print")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {printing && (
        <PrintModal
          projectId={projectId}
          beside={baseline}
          onLarge={atOnce.drawings ? undefined : setMade}
          onClose={print.close}
        />
      )}
      {made && (
        <MakingFile
          path={`/projects/${projectId}/plan/exports`}
          means={t("planFile.large")}
          asked={{ ...made, baseline_id: made.baseline_id ?? baselineOf(baseline) }}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}
