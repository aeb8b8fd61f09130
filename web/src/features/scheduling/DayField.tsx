import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { useFigures } from "@/ui/words/figures";

interface Props {
  label: string;
  /** YYYY-MM-DDTHH:MM on the plan's own clock. */
  value: string | null;
  canEdit: boolean;
  onChange: (at: string | null) => void;
}

/** The end of a working day, chosen by its day; the hour it had stays. */
export function DayField({ label, value, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!canEdit) return <Text size="sm">{value ? figures.date(value) : t("date.none")}</Text>;
  return (
    <DateField
      aria-label={label}
      value={value?.slice(0, 10) ?? null}
      onChange={(day) => onChange(day && `${day}T${value?.slice(11, 16) || "17:00"}`)}
    />
  );
}
