import { ActionIcon, Group, Text } from "@mantine/core";
import { IconPencil, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";

interface Props {
  first: string;
  last: string;
  /** What stands beside the days. */
  children: ReactNode;
  onEdit?: (() => void) | undefined;
  onForget?: (() => void) | undefined;
}

/** A span of days and what is said of it, changed or taken away by whoever may. */
export function DayRow({ first, last, children, onEdit, onForget }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const name = figures.date(first);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" mb={4}>
      <Group gap="0 12px" flex={1} align="flex-start">
        <Text size="sm" className="tabular" style={{ whiteSpace: "nowrap" }}>
          {name}
          {last !== first && ` – ${figures.date(last)}`}
        </Text>
        <Text size="sm" c="dimmed" flex="1 1 200px" style={{ overflowWrap: "anywhere" }}>
          {children}
        </Text>
      </Group>
      {onEdit && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("resource.change", { name })}
          onClick={onEdit}
        >
          <IconPencil size={14} />
        </ActionIcon>
      )}
      {onForget && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("resource.forget", { name })}
          onClick={onForget}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}
