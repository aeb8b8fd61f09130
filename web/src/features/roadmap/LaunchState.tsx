import { Badge } from "@mantine/core";
import {
  IconCalendar,
  IconCheck,
  IconPlayerStop,
  IconRocket,
  IconThumbUp,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ListedLaunch } from "./launches";

const LOOK = {
  planned: { colour: "currentColor", Icon: IconCalendar },
  go: { colour: "var(--nl-good)", Icon: IconThumbUp },
  no_go: { colour: "var(--nl-bad)", Icon: IconPlayerStop },
  launched: { colour: "var(--nl-accent)", Icon: IconRocket },
  reviewed: { colour: "var(--nl-good)", Icon: IconCheck },
} as const;

export function LaunchState({ state }: { state: ListedLaunch["state"] }) {
  const { t } = useTranslation();
  const { colour, Icon } = LOOK[state];
  return (
    <Badge variant="default" leftSection={<Icon size={12} color={colour} aria-hidden />}>
      {t(`launch.state.${state}`)}
    </Badge>
  );
}
