import { NumberInput, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";

interface Props {
  label: string;
  value: number | null;
  canEdit: boolean;
  onSave: (figure: number | null) => void;
  min?: number;
  max?: number;
  decimals?: number;
  suffix?: string;
  hint?: ReactNode;
}

/** One figure in the rail, saved when one leaves it; empty is not known. */
export function FigureField({
  label,
  value,
  canEdit,
  onSave,
  suffix = "",
  hint,
  ...bounds
}: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { min = 0, max, decimals = 0 } = bounds;
  const save = (text: string) => {
    const typed = text.replace(/[^\d.]/g, "");
    const next = typed === "" ? null : Number(typed);
    if (next === value || Number.isNaN(next)) return;
    if (next === null || (next >= min && (max === undefined || next <= max))) onSave(next);
  };
  return (
    <RailField label={label}>
      {canEdit ? (
        <NumberInput
          key={value}
          variant="unstyled"
          size="sm"
          aria-label={label}
          placeholder={t("customer.unknown")}
          hideControls
          allowNegative={false}
          decimalScale={decimals}
          thousandSeparator
          min={min}
          max={max}
          suffix={suffix}
          defaultValue={value ?? ""}
          onBlur={({ currentTarget }) => save(currentTarget.value)}
        />
      ) : (
        <Text size="sm">
          {value === null ? t("customer.unknown") : `${figures.number(value)}${suffix}`}
        </Text>
      )}
      {hint}
    </RailField>
  );
}
