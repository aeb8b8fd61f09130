import { NumberInput, Text } from "@mantine/core";
import { useFigures } from "@/ui/words/figures";

interface Props {
  label: string;
  minutes: number;
  /** No more hours than there are. */
  most: number;
  canEdit: boolean;
  onChange: (minutes: number) => void;
}

/** Hours that are kept in minutes: saved on leaving, or with Enter. */
export function HoursField({ label, minutes, most, canEdit, onChange }: Props) {
  const figures = useFigures();
  const hours = Math.round((minutes / 60) * 100) / 100;
  if (!canEdit) return <Text size="sm">{`${figures.number(hours)} h`}</Text>;
  return (
    <NumberInput
      key={minutes}
      size="xs"
      variant="unstyled"
      hideControls
      aria-label={label}
      suffix=" h"
      decimalScale={2}
      min={0.25}
      max={most}
      defaultValue={hours}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      onBlur={({ currentTarget }) => {
        const said = Math.round(Number.parseFloat(currentTarget.value) * 60);
        if (said >= 1 && said <= most * 60 && said !== minutes) onChange(said);
      }}
    />
  );
}
