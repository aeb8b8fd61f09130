import { Group, Text } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconPlayerPlay,
  IconPlayerStop,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Experiment } from "./types";

type Word = Experiment["state"] | NonNullable<Experiment["verdict"]>;

const MARK: Record<Word, { icon: TablerIcon; colour: string }> = {
  planned: { icon: IconCircleDashed, colour: "var(--mantine-color-dimmed)" },
  running: { icon: IconPlayerPlay, colour: "var(--nl-accent)" },
  done: { icon: IconCircleCheck, colour: "var(--mantine-color-dimmed)" },
  stopped: { icon: IconPlayerStop, colour: "var(--mantine-color-dimmed)" },
  confirmed: { icon: IconCircleCheck, colour: "var(--nl-good)" },
  refuted: { icon: IconCircleX, colour: "var(--nl-bad)" },
};

interface Props {
  experiment: Pick<Experiment, "state" | "verdict">;
}

/** How an experiment stands: its verdict once there is one, never by colour alone. */
export function VerdictMark({ experiment: { state, verdict } }: Props) {
  const { t } = useTranslation();
  const word = verdict ?? state;
  const { icon: Icon, colour } = MARK[word];
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      <Icon size={16} stroke={1.8} color={colour} style={{ flex: "none" }} aria-hidden />
      <Text span size="sm">
        {t(`experiment.stands.${word}`)}
      </Text>
    </Group>
  );
}
