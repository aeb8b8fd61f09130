import { ActionIcon, Checkbox, Group, ScrollArea, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface Choice {
  id: string;
  label: string;
}

interface Props {
  /** In their order. */
  shown: readonly Choice[];
  hidden: readonly Choice[];
  /** The one that is always shown. */
  fixed: string;
  onChange: (ids: string[]) => void;
}

/** Which columns are shown, and in which order. */
export function ColumnChoice({ shown, hidden, fixed, onChange }: Props) {
  const { t } = useTranslation();
  const ids = shown.map(({ id }) => id);
  const move = (at: number, to: number) => {
    const next = ids.filter((_, index) => index !== at);
    next.splice(to, 0, ids[at] ?? "");
    onChange(next);
  };
  return (
    <ScrollArea.Autosize mah={360}>
      <Stack gap={6}>
        {shown.map(({ id, label }, at) => (
          <Group key={id} gap={2} wrap="nowrap" justify="space-between">
            <Checkbox
              size="xs"
              label={label}
              checked
              disabled={id === fixed}
              onChange={() => onChange(ids.filter((one) => one !== id))}
            />
            <Group gap={0} wrap="nowrap">
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={t("list.columnUp", { field: label })}
                onClick={() => move(at, at - 1)}
              >
                <IconChevronUp size={12} />
              </ActionIcon>
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                disabled={at === shown.length - 1}
                aria-label={t("list.columnDown", { field: label })}
                onClick={() => move(at, at + 1)}
              >
                <IconChevronDown size={12} />
              </ActionIcon>
            </Group>
          </Group>
        ))}
        {hidden.map(({ id, label }) => (
          <Checkbox
            key={id}
            size="xs"
            label={label}
            checked={false}
            onChange={() => onChange([...ids, id])}
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  );
}
