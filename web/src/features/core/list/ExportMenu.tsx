import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { exportAddress } from "./lists";
import type { List } from "./useList";

interface Props {
  list: List;
}

const FORMATS = ["xlsx", "csv", "json"] as const;

/** The list as it is filtered and sorted, all of it, with the columns shown. */
export function ExportMenu({ list }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { kind, productId, state, within } = list;
  const columns = ["key", ...state.columns.filter((name) => name !== "key")];
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
            href={exportAddress({ kind, productId, state, within }, format, columns, workspace)}
            download
          >
            {t(`list.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
