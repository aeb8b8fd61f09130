import { VisuallyHidden } from "@mantine/core";
import {
  IconHeart,
  IconMinus,
  IconThumbDown,
  IconThumbUp,
  IconX,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Stakeholder } from "./types";

interface Props {
  attitude: Stakeholder["attitude"];
  /** The sign alone, where the word stands elsewhere. */
  bare?: boolean;
}

const SIGN: Record<Stakeholder["attitude"], [TablerIcon, string]> = {
  champion: [IconHeart, "var(--nl-good)"],
  supportive: [IconThumbUp, "var(--nl-good)"],
  neutral: [IconMinus, "var(--mantine-color-dimmed)"],
  critical: [IconThumbDown, "var(--nl-warning)"],
  opposed: [IconX, "var(--nl-bad)"],
};

export function AttitudeMark({ attitude, bare = false }: Props) {
  const { t } = useTranslation();
  const [Icon, colour] = SIGN[attitude];
  const word = t(`stakeholder.attitude.${attitude}`);
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: 6 }}>
      <Icon size={14} color={colour} aria-hidden />
      {bare ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </span>
  );
}
