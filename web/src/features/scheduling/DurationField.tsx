import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDuration } from "@/timeline/grid/durations";
import { useDurationText } from "./useDurationText";

interface Props {
  label: string;
  value: number;
  canEdit: boolean;
  onChange: (minutes: number) => void;
}

/** "3d", "4h", "2w": saved with Enter or on leaving. */
export function DurationField({ label, value, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const [draft, setDraft] = useState<string | null>(null);
  const text = durationText(value);
  if (!canEdit) return <Text size="sm">{text}</Text>;
  const read = draft === null ? value : parseDuration(draft);
  return (
    <TextInput
      size="xs"
      variant="unstyled"
      aria-label={label}
      value={draft ?? text}
      error={read === null ? t("item.badDuration") : undefined}
      onFocus={(event) => {
        setDraft(text);
        event.currentTarget.select();
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setDraft(text);
      }}
      onBlur={() => {
        if (read !== null && read !== value) onChange(read);
        setDraft(null);
      }}
    />
  );
}
