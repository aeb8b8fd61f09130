import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";

interface Props {
  list: List;
}

/** Which columns are shown, and in which order. */
export function ColumnsMenu({ list }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { columns } = list.state;
  const hidden = list.fields.filter(({ name }) => !columns.includes(name));
  const shown = columns.flatMap((name) => list.byName.get(name) ?? []);
  const move = (at: number, to: number) => {
    const next = columns.filter((_, index) => index !== at);
    next.splice(to, 0, columns[at] ?? "");
    list.set({ columns: next });
  };
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={14} stroke={1.6} aria-hidden />}
        >
          {t("list.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" w={260} aria-label={t("list.columns")}>
        <ScrollArea.Autosize mah={360}>
          <Stack gap={6}>
            {shown.map((field, at) => (
              <Group key={field.name} gap={2} wrap="nowrap" justify="space-between">
                <Checkbox
                  size="xs"
                  label={words.field(field)}
                  checked
                  disabled={field.name === "title"}
                  onChange={() =>
                    list.set({ columns: columns.filter((one) => one !== field.name) })
                  }
                />
                <Group gap={0} wrap="nowrap">
                  <ActionIcon
                    size="xs"
                    variant="subtle"
                    color="gray"
                    disabled={at === 0}
                    aria-label={t("list.columnUp", { field: words.field(field) })}
                    onClick={() => move(at, at - 1)}
                  >
                    <IconChevronUp size={12} />
                  </ActionIcon>
                  <ActionIcon
                    size="xs"
                    variant="subtle"
                    color="gray"
                    disabled={at === shown.length - 1}
                    aria-label={t("list.columnDown", { field: words.field(field) })}
                    onClick={() => move(at, at + 1)}
                  >
                    <IconChevronDown size={12} />
                  </ActionIcon>
                </Group>
              </Group>
            ))}
            {hidden.map((field) => (
              <Checkbox
                key={field.name}
                size="xs"
                label={words.field(field)}
                checked={false}
                onChange={() => list.set({ columns: [...columns, field.name] })}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
