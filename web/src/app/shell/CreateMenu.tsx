import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { KindIcon } from "@/ui/KindIcon";
import { useKindWord } from "@/ui/kinds";
import { creatables } from "@/ui/shell/registry";
import { useCreate } from "@/ui/shell/useCreate";

/** How C finds the button; the menu gives its target an id of its own. */
const MARK = "data-create-button";

export function openCreateMenu(): void {
  document.querySelector<HTMLElement>(`[${MARK}]`)?.click();
}

export function CreateMenu() {
  const { t } = useTranslation();
  const create = useCreate();
  const kindWord = useKindWord();
  const kinds = creatables(useSession().can);
  if (kinds.length === 0) return null;
  return (
    <Menu position="bottom-end" width={220} keepMounted={false}>
      <Menu.Target>
        <Button
          {...{ [MARK]: true }}
          h={32}
          px="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t("create.button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ kind }) => (
          <Menu.Item
            key={kind}
            leftSection={<KindIcon kind={kind} />}
            onClick={() => create.open(kind)}
          >
            {kindWord(kind)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
