import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Takes what is shown along as a file. */
export function ExportCsv({ onExport }: { onExport: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={onExport}
    >
      {t("load.export")}
    </Button>
  );
}
