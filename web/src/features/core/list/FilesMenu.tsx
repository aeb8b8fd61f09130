import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface Props {
  /** Where the file of that format is. */
  addressIn: (format: string) => string;
  /** Where it has to be made first: have it made. */
  onMake?: (format: string) => void;
  /** Is it drawn on pages too? */
  drawn?: boolean;
}

const FORMATS = ["xlsx", "csv", "json"] as const;
const WITH_PAGES = [...FORMATS, "pdf"] as const;

/** What stands on the page, as a file of the format chosen. */
export function FilesMenu({ addressIn, onMake, drawn }: Props) {
  const { t } = useTranslation();
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
        {(drawn ? WITH_PAGES : FORMATS).map((format) =>
          onMake ? (
            <Menu.Item key={format} onClick={() => onMake(format)}>
              {t(`list.format.${format}`)}
            </Menu.Item>
          ) : (
            <Menu.Item key={format} component="a" href={addressIn(format)} download>
              {t(`list.format.${format}`)}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
