import {
  IconChartBar,
  IconDots,
  IconHeadset,
  IconMessageDots,
  IconMicrophone,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Source } from "./discover";

const ICON: Record<Source, TablerIcon> = {
  interview: IconMicrophone,
  feedback: IconMessageDots,
  support: IconHeadset,
  data: IconChartBar,
  other: IconDots,
};

interface Props {
  source: Source;
}

/** Where evidence came from; the word stands beside it. */
export function SourceIcon({ source }: Props) {
  const Icon = ICON[source];
  return (
    <Icon
      size={14}
      stroke={1.6}
      color="var(--mantine-color-dimmed)"
      style={{ flex: "none" }}
      aria-hidden
    />
  );
}
