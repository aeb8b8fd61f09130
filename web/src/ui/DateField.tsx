import { DatePickerInput } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "./words/figures";

interface Props {
  label?: string;
  "aria-label"?: string;
  /** A day as YYYY-MM-DD. */
  value: string | null;
  onChange: (day: string | null) => void;
  /** Shown as it is, without a way to change it. */
  readOnly?: boolean;
  required?: boolean;
  /** The last day that can be chosen. */
  maxDate?: string;
  error?: string | undefined;
  size?: "xs" | "sm";
}

/** A day, shown in the person's locale, kept as YYYY-MM-DD. */
export function DateField({ value, onChange, required, ...rest }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const name = rest["aria-label"];
  // The day is the button's visible text, so it has to be in the name as well.
  const spoken = name && `${name}: ${value ? figures.date(value) : t("date.pick")}`;
  return (
    <DatePickerInput
      {...rest}
      aria-label={spoken}
      value={value}
      onChange={onChange}
      required={required}
      clearable={!required}
      clearButtonProps={{ "aria-label": t("date.clear") }}
      placeholder={t("date.pick")}
      leftSection={<IconCalendar size={16} stroke={1.6} />}
      valueFormatter={({ date }) => (typeof date === "string" ? figures.date(date) : "")}
    />
  );
}
