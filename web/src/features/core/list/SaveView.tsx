import { Button, Checkbox, Group, Popover, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { List } from "./useList";
import { useViewDeeds } from "./useViewDeeds";

interface Props {
  list: List;
  onReset: () => void;
}

/** What can be done with a list that stands otherwise than its view says. */
export function SaveView({ list, onReset }: Props) {
  const { t } = useTranslation();
  const deeds = useViewDeeds(list);
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [shared, setShared] = useState(false);
  const { view } = list;
  const saveAs = async () => {
    const made = title.trim() && (await deeds.saveAs(title.trim(), shared));
    if (!made) return;
    setOpen(false);
    setTitle("");
    list.set({ ...CLEAN, view: made.id });
  };
  return (
    <Group gap={4} ml="auto" wrap="nowrap">
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onReset}>
        {t("list.reset")}
      </Button>
      {view?.can.edit && (
        <Button
          size="compact-xs"
          variant="light"
          onClick={async () => {
            if (await deeds.save(view)) list.set({ ...CLEAN, view: view.id });
          }}
        >
          {t("list.saveView")}
        </Button>
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button size="compact-xs" variant="default" onClick={() => setOpen(!isOpen)}>
            {t("list.saveAs")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm" w={260}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void saveAs();
            }}
          >
            <Stack gap="sm">
              <TextInput
                size="xs"
                label={t("list.viewTitle")}
                data-autofocus
                maxLength={300}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              {list.can.share_views && (
                <Checkbox
                  size="xs"
                  label={t("list.shareView")}
                  checked={shared}
                  onChange={(event) => setShared(event.currentTarget.checked)}
                />
              )}
              <Button size="xs" type="submit">
                {t("list.saveView")}
              </Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

const CLEAN = {
  q: undefined,
  where: undefined,
  sort: undefined,
  group: undefined,
  columns: undefined,
  archived: undefined,
};
