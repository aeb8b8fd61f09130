import { Button, Group, Stack, TextInput } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/DateField";
import { hereZone, notificationsQuery } from "../notifications/notifications";
import { clockIn, type Moment, momentOf, PRESETS } from "./reminders";

export interface Wish extends Moment {
  note: string;
}

interface Props {
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** When to be reminded, and of what in one's own words. */
export function ReminderFields({ wish, onWish }: Props) {
  const { t } = useTranslation();
  const { data: chosen } = useQuery(notificationsQuery);
  const zone = chosen?.time_zone ?? "";
  return (
    <Stack gap="md">
      <Group gap="xs">
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="compact-sm"
            variant="default"
            onClick={() => onWish({ ...wish, ...momentOf(preset, clockIn(zone, new Date())) })}
          >
            {t(`reminder.preset.${preset}`)}
          </Button>
        ))}
      </Group>
      <Group grow align="start">
        <DateField
          label={t("reminder.day")}
          required
          value={wish.day}
          onChange={(day) => day && onWish({ ...wish, day })}
        />
        <TimeInput
          label={t("reminder.hour")}
          description={zone && zone !== hereZone() ? zone : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          required
          value={wish.hour}
          onChange={(event) => onWish({ ...wish, hour: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={t("reminder.note")}
        maxLength={500}
        value={wish.note}
        onChange={(event) => onWish({ ...wish, note: event.currentTarget.value })}
      />
    </Stack>
  );
}
