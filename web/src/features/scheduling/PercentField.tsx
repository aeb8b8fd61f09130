import { NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  value: number;
  canEdit: boolean;
  onChange: (percent: number) => void;
}

export function PercentField({ value, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | number | null>(null);
  if (!canEdit) return <Text size="sm">{Math.round(value)} %</Text>;
  return (
    <NumberInput
      size="xs"
      variant="unstyled"
      aria-label={t("item.percent")}
      min={0}
      max={100}
      step={10}
      suffix=" %"
      decimalScale={0}
      value={draft ?? Math.round(value)}
      onChange={setDraft}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      onBlur={() => {
        const next = Number(draft);
        if (draft !== null && draft !== "" && next !== Math.round(value)) onChange(next);
        setDraft(null);
      }}
    />
  );
}
