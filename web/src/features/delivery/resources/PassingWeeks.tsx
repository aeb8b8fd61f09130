import { Button, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "./Block";
import { DayRow } from "./DayRow";
import { writeWeek } from "./hours";
import { PassingWeekModal } from "./PassingWeekModal";
import type { Calendar } from "./resources";
import { type PassingWeek, weeksBeside } from "./weeks";

interface Props {
  calendar: Calendar;
  canEdit: boolean;
  onChange: (weeks: PassingWeek[]) => void;
}

/** Weeks that replace the usual one for a time: made, changed and taken away by whoever plans. */
export function PassingWeeks({ calendar, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<PassingWeek | "another" | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    add.current?.focus(); // The row that was changed is another one now.
  };
  const told = ({ name, week }: PassingWeek) => {
    const hours = writeWeek(week, (day) => t(`calendar.days.${day as 0}`));
    return [name, hours || t("calendar.free")].filter(Boolean).join(": ");
  };
  return (
    <Block title={t("calendar.weeks")}>
      {calendar.weeks.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("calendar.noWeeks")}
        </Text>
      )}
      {calendar.weeks.map((week) => (
        <DayRow
          key={JSON.stringify(week)}
          first={week.first}
          last={week.last}
          onEdit={canEdit ? () => setOpen(week) : undefined}
          onForget={canEdit ? () => onChange(weeksBeside(calendar.weeks, week)) : undefined}
        >
          {told(week)}
        </DayRow>
      ))}
      {canEdit && (
        <Button ref={add} size="sm" variant="default" mt="xs" onClick={() => setOpen("another")}>
          {t("calendar.addWeeks")}
        </Button>
      )}
      {open && (
        <PassingWeekModal
          calendar={calendar}
          seen={open === "another" ? null : open}
          onClose={close}
        />
      )}
    </Block>
  );
}
