import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  value: string;
  canEdit: boolean;
  onSave: (notes: string) => void;
}

/** Plain notes, saved on leaving the field. */
export function Notes({ value, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Textarea
      aria-label={t("item.notes")}
      placeholder={t(canEdit ? "item.notes" : "text.empty")}
      autosize
      minRows={2}
      maxRows={16}
      maxLength={10_000}
      variant="filled"
      mb="md"
      readOnly={!canEdit}
      value={draft ?? value}
      onFocus={() => setDraft(value)}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && draft !== value) onSave(draft);
        setDraft(null);
      }}
    />
  );
}
