import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  type TablerIcon,
} from "@tabler/icons-react";
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

/** The word stands beside it. */
export function IdeaStatusIcon({ status }: Props) {
  const { icon: Icon, colour } = MARK[status];
  return <Icon size={16} stroke={1.8} color={colour} style={{ flex: "none" }} aria-hidden />;
}
