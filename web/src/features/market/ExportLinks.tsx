import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf, type Query } from "@/api/http";
import { useWorkspace } from "@/ui/shell/useWorkspace";

interface Props {
  path: string;
  query?: Query;
}

const FORMATS = ["xlsx", "csv", "json"] as const;

/** A table as a file. */
export function ExportLinks({ path, query }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
        >
          {t("list.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={addressOf(path, { ...query, format, workspace })}
            download
          >
            {t(`list.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
