import { Group } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { IdeaStatus } from "./discover";

const MARK: Record<IdeaStatus, { icon: TablerIcon; colour: string }> = {
  new: { icon: IconCircleDashed, colour: "var(--mantine-color-dimmed)" },
  exploring: { icon: IconCircleDot, colour: "var(--nl-accent)" },
  chosen: { icon: IconCircleCheck, colour: "var(--nl-good)" },
  dropped: { icon: IconCircleX, colour: "var(--mantine-color-dimmed)" },
};

interface Props {
  status: IdeaStatus;
}

export function IdeaStatusMark({ status }: Props) {
  const { t } = useTranslation();
  const { icon: Icon, colour } = MARK[status];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} stroke={1.8} color={colour} aria-hidden />
      {t(`status.${status}`)}
    </Group>
  );
}
