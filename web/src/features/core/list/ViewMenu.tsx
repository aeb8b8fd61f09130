import { ActionIcon, Menu, Text, TextInput } from "@mantine/core";
import { IconCheck, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "./lists";
import { EVERYTHING, type List } from "./useList";
import { useViewDeeds } from "./useViewDeeds";

interface Props {
  list: List;
  view: SavedView;
}

export function ViewMenu({ list, view }: Props) {
  const { t } = useTranslation();
  const deeds = useViewDeeds(list);
  const [title, setTitle] = useState(view.title);
  const rename = () => {
    const next = title.trim();
    if (next && next !== view.title) void deeds.rename(view, next);
  };
  const canEdit = view.can.edit === true;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("list.viewMenu", { title: view.title })}
        >
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canEdit && (
          <TextInput
            size="xs"
            m={4}
            aria-label={t("list.viewTitle")}
            value={title}
            maxLength={300}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onBlur={rename}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === "Enter") rename();
            }}
          />
        )}
        <Menu.Item
          rightSection={view.is_default && <IconCheck size={14} />}
          onClick={() => void deeds.openWith(view.is_default ? null : view)}
        >
          {t("list.openWith")}
        </Menu.Item>
        {canEdit && (view.shared || list.can.share_views) && (
          <Menu.Item onClick={() => void deeds.share(view, !view.shared)}>
            {t(view.shared ? "list.keepView" : "list.shareView")}
          </Menu.Item>
        )}
        {canEdit && (
          <Menu.Item
            onClick={async () => {
              await deeds.archive(view);
              list.set({ view: EVERYTHING });
            }}
          >
            {t("list.archiveView")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {t("list.viewBy", { name: view.owner.name })}
          {view.missing.length > 0 &&
            ` ${t("list.viewMisses", { fields: view.missing.join(", ") })}`}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
