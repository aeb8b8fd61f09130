import { Text } from "@mantine/core";
import {
  IconArrowsDiff,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Standing } from "./types";

const MARK: Record<Standing, { Icon: TablerIcon; colour: string }> = {
  supported: { Icon: IconCircleCheck, colour: "var(--nl-good)" },
  contested: { Icon: IconArrowsDiff, colour: "var(--nl-warning)" },
  contradicted: { Icon: IconCircleX, colour: "var(--nl-bad)" },
  unsupported: { Icon: IconCircleDashed, colour: "var(--mantine-color-dimmed)" },
};

interface Props {
  standing: Standing;
  supports: number;
  contradicts: number;
}

/** How a statement stands to its evidence: in a word, with how much there is on each side. */
export function StandingMark({ standing, supports, contradicts }: Props) {
  const { t } = useTranslation();
  const { Icon, colour } = MARK[standing];
  return (
    <Text
      span
      size="xs"
      c={colour}
      style={{ display: "inline-flex", alignItems: "center", gap: 4, whiteSpace: "nowrap" }}
      title={t("canvas.evidence", { supports, contradicts })}
    >
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`canvas.standing.${standing}`)}
    </Text>
  );
}
