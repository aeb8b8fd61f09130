import { Badge } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDotted,
  IconPlayerPause,
  IconPlayerStop,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { GateState } from "./gates";

export const SIGN = {
  pending: IconCircleDashed,
  go: IconCircleCheck,
  conditional: IconCircleDotted,
  hold: IconPlayerPause,
  stop: IconPlayerStop,
};
const COLOUR = { pending: "gray", go: "green", conditional: "yellow", hold: "orange", stop: "red" };

/** What was decided at a gate, by a sign and a word. */
export function GateStateMark({ state }: { state: GateState }) {
  const { t } = useTranslation();
  const Icon = SIGN[state];
  return (
    <Badge
      variant="light"
      color={COLOUR[state]}
      c="var(--mantine-color-text)"
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`gate.state.${state}`)}
    </Badge>
  );
}
