import { Badge } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEyeSearch,
  IconProgress,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PublicPost } from "./wishes";

type Status = PublicPost["status"];

const LOOK: Record<Status, [TablerIcon, string]> = {
  under_review: [IconEyeSearch, "gray"],
  planned: [IconClock, "north"],
  in_progress: [IconProgress, "yellow"],
  shipped: [IconCircleCheck, "green"],
  declined: [IconCircleX, "gray"],
};

interface Props {
  status: Status;
  /** What the portal calls its statuses; "" for the usual name. */
  names?: Record<string, string>;
}

export function StatusMark({ status, names = {} }: Props) {
  const { t } = useTranslation();
  const [Icon, colour] = LOOK[status];
  return (
    <Badge
      variant="default"
      fw={500}
      leftSection={<Icon size={14} aria-hidden color={`var(--mantine-color-${colour}-6)`} />}
    >
      {names[status] || t(`postStatus.${status}`)}
    </Badge>
  );
}
