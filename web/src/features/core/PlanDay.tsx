import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { useFigures } from "@/ui/words/figures";
import classes from "./PlanDay.module.css";

interface Props {
  label: string;
  /** YYYY-MM-DDTHH:MM on the plan's own clock. */
  value: string | null;
  /** The hour meant when only a day is chosen, which may hang on the day. */
  hour: string | ((day: string) => string);
  canEdit: boolean;
  isNeeded?: boolean;
  onChange: (at: string | null) => void;
}

/** A plan's time, chosen by its day; the hour it had stays. */
export function PlanDay({ label, value, hour, canEdit, isNeeded = false, onChange }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!canEdit) return <Text size="sm">{value ? figures.date(value) : t("date.none")}</Text>;
  const hourOn = (day: string) =>
    value?.slice(11, 16) || (typeof hour === "string" ? hour : hour(day));
  return (
    <div className={classes.quiet}>
      <DateField
        aria-label={label}
        value={value?.slice(0, 10) ?? null}
        required={isNeeded}
        onChange={(day) => onChange(day && `${day}T${hourOn(day)}`)}
      />
    </div>
  );
}
