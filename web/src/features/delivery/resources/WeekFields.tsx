import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readHours } from "./hours";
import classes from "./WeekFields.module.css";

interface Props {
  /** Hours by weekday as they are written, Monday first. */
  week: readonly string[];
  readOnly?: boolean;
  onChange: (week: string[]) => void;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** The hours of a week, a field for each day, with what is wrong beside it. */
export function WeekFields({ week, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  return DAYS.map((day) => (
    <TextInput
      key={day}
      size="xs"
      classNames={{ root: classes.day }}
      readOnly={readOnly}
      label={t(`calendar.days.${day}`)}
      placeholder={t("calendar.free")}
      error={readHours(week[day] ?? "") === null && t("calendar.hoursWrong")}
      value={week[day] ?? ""}
      onChange={({ currentTarget: { value } }) =>
        onChange(DAYS.map((other) => (other === day ? value : (week[other] ?? ""))))
      }
    />
  ));
}
