import { IconCheck, IconExclamationCircle, IconHourglass, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Word } from "./types";

interface Props {
  /** Null while they have not answered. */
  word: Word | null;
}

const SIGN = {
  agree: [IconCheck, "var(--nl-good)"],
  reservation: [IconExclamationCircle, "var(--nl-warning)"],
  objection: [IconX, "var(--nl-bad)"],
  waiting: [IconHourglass, "var(--mantine-color-dimmed)"],
} as const;

/** A verdict as a sign and a word. */
export function WordMark({ word }: Props) {
  const { t } = useTranslation();
  const [Icon, colour] = SIGN[word ?? "waiting"];
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: 6, whiteSpace: "nowrap" }}>
      <Icon size={16} color={colour} aria-hidden />
      {t(`signOff.word.${word ?? "waiting"}`)}
    </span>
  );
}
