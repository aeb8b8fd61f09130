import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/http";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { MadeFile } from "./files";

interface Props {
  file: MadeFile;
  size?: "compact-sm";
}

export function DownloadButton({ file, size }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      component="a"
      href={addressOf(`/exports/${file.id}/file`, { workspace })}
      download
      size={size}
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t("file.download")}
    </Button>
  );
}
