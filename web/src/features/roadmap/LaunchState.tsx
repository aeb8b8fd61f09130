import { Badge } from "@mantine/core";
import {
  IconCalendar,
  IconCheck,
  IconPlayerStop,
  IconRocket,
  IconThumbUp,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Launch, stateOf } from "./launches";

const LOOK = {
  planned: { color: "gray", Icon: IconCalendar },
  go: { color: "green", Icon: IconThumbUp },
  no_go: { color: "red", Icon: IconPlayerStop },
  launched: { color: "blue", Icon: IconRocket },
  reviewed: { color: "green", Icon: IconCheck },
} as const;

export function LaunchState({ launch }: { launch: Launch }) {
  const { t } = useTranslation();
  const state = stateOf(launch);
  const { color, Icon } = LOOK[state];
  return (
    <Badge tt="none" variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>
      {t(`launch.state.${state}`)}
    </Badge>
  );
}
