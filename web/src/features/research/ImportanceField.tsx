import { Input, SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { IMPORTANCE, type Importance } from "./highlights";

interface Props {
  value: Importance;
  onChange: (importance: Importance) => void;
}

/** From 1, hardly matters, to 5, decides it; the words stand below the figures. */
export function ImportanceField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Input.Wrapper label={t("highlight.importance")} labelElement="div" labelProps={{ id }}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        data={IMPORTANCE.map((one) => ({ value: String(one), label: String(one) }))}
        value={String(value)}
        onChange={(next) => onChange(IMPORTANCE.find((one) => String(one) === next) ?? value)}
      />
      <Text size="xs" c="dimmed" mt={4} aria-live="polite">
        {t(`highlight.weights.${value}`)}
      </Text>
    </Input.Wrapper>
  );
}
