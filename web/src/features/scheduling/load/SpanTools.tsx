import { ActionIcon, Button, Group, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/features/delivery/today";
import { type By, STEPS, turned } from "./periods";
import type { ResourcesView } from "./view";

interface Props {
  by: By;
  first: string;
  onView: (change: Partial<ResourcesView>) => void;
  children?: ReactNode;
}

/** Which days a map shows, and in what steps. */
export function SpanTools({ by, first, onView, children }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" mb="md">
      <SegmentedControl
        size="xs"
        aria-label={t("load.step")}
        value={by}
        onChange={(next) => onView({ by: STEPS.find((each) => each === next), from: undefined })}
        data={STEPS.map((each) => ({ value: each, label: t(`load.by.${each}`) }))}
      />
      <Group gap={4}>
        <ActionIcon
          variant="default"
          aria-label={t("load.earlier")}
          onClick={() => onView({ first: turned(first, by, -1) })}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Button size="compact-sm" variant="default" onClick={() => onView({ first: today() })}>
          {t("load.today")}
        </Button>
        <ActionIcon
          variant="default"
          aria-label={t("load.later")}
          onClick={() => onView({ first: turned(first, by, 1) })}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      {children}
    </Group>
  );
}
